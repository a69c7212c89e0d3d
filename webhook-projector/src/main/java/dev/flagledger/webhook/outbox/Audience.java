package dev.flagledger.webhook.outbox;

import dev.flagledger.api.webhook.ExtraType;
import dev.flagledger.api.webhook.PayloadForm;
import dev.flagledger.api.webhook.WebhookOwner;
import dev.flagledger.contract.audit.line.AuditLine;
import dev.flagledger.contract.audit.line.AuditLine.RelatedObjectType;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.OwnedWebhooks;
import dev.flagledger.engine.state.webhook.Webhook;
import dev.flagledger.webhook.outbox.News.Changed;
import dev.flagledger.webhook.outbox.News.Published;
import dev.flagledger.webhook.outbox.News.Segmented;
import dev.flagledger.webhook.outbox.News.Singled;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Decides which webhooks are told of what. */
final class Audience {

    private static final Set<RelatedObjectType> OF_FLAGS =
            Set.of(RelatedObjectType.FEATURE, RelatedObjectType.FEATURE_STATE);

    private Audience() {}

    /** The webhooks that are told, by the installation after the event: those of the environment, then those of the organisation. */
    static Stream<Webhook> of(News news, Installation installation) {
        return owners(news, installation)
                .flatMap(owner -> OwnedWebhooks.of(installation, owner).values().stream())
                .filter(webhook -> webhook.settings().enabled() && isTold(webhook, news));
    }

    private static Stream<WebhookOwner> owners(News news, Installation installation) {
        var environment = news.environmentId();
        var environments = environment != null
                ? Stream.of(environment)
                : news instanceof Audited(var line, var _, var _)
                        ? environmentsOf(line, installation)
                        : Stream.<Integer>empty();
        return Stream.concat(
                environments.map(WebhookOwner::environment),
                Stream.of(WebhookOwner.organisation(news.organisationId())));
    }

    private static Stream<Integer> environmentsOf(AuditLine line, Installation installation) {
        return Optional.ofNullable(line.place().projectId()).flatMap(installation::project).stream()
                .flatMap(project -> project.environments().keySet().stream());
    }

    private static boolean isTold(Webhook webhook, News news) {
        var settings = webhook.settings();
        var form = settings.payload();
        boolean ofOrganisation = webhook.owner().kind() == WebhookOwner.Kind.ORGANISATION;
        return switch (news) {
            case Changed(var change) ->
                form == PayloadForm.CURRENT || (form == PayloadForm.V2021 && !change.deletesFlag());
            case Published _ -> form == PayloadForm.CURRENT && !ofOrganisation;
            case Singled(var type, var _) ->
                form == PayloadForm.CURRENT && settings.extraTypes().contains(type);
            case Segmented _ ->
                form == PayloadForm.CURRENT && settings.extraTypes().contains(ExtraType.SEGMENT_UPDATED);
            case Audited audited
            when audited.isOfOrganisation() ->
                ofOrganisation
                        && form == PayloadForm.CURRENT
                        && settings.extraTypes().contains(ExtraType.ORGANISATION_AUDIT_LOG_CREATED);
            case Audited(var line, var _, var _) -> ofOrganisation || (form == PayloadForm.V2020 && isOfFlag(line));
        };
    }

    private static boolean isOfFlag(AuditLine line) {
        var related = line.relatedObject();
        return related != null && OF_FLAGS.contains(related.type());
    }
}
