package dev.flagledger.webhook.outbox;

import dev.flagledger.api.event.RecordedEvent;
import dev.flagledger.api.webhook.ExtraType;
import dev.flagledger.api.webhook.PayloadForm;
import dev.flagledger.api.webhook.WebhookOwner;
import dev.flagledger.contract.view.audit.AuditLineView;
import dev.flagledger.contract.view.webhook.AuditRecord;
import dev.flagledger.contract.view.webhook.FlagUpdate;
import dev.flagledger.contract.view.webhook.SegmentUpdate;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.webhook.Webhook;
import dev.flagledger.webhook.outbox.News.Changed;
import dev.flagledger.webhook.outbox.News.Published;
import dev.flagledger.webhook.outbox.News.Segmented;
import dev.flagledger.webhook.outbox.News.Singled;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The bodies that an event is told by. Webhooks that are told the same share one. */
final class Bodies {

    private final RecordedEvent recorded;
    private final Installation after;
    private final Map<Key, byte[]> made = new HashMap<>();

    /** What bodies depend on beside the event; the environment only if the news is about a whole project and names that of the receiver. */
    private record Key(
            int ordinal, PayloadForm form, @Nullable Integer environmentId) {}

    Bodies(RecordedEvent recorded, Installation after) {
        this.recorded = recorded;
        this.after = after;
    }

    /**
     * The body for a webhook that is told.
     *
     * @param ordinal the place of the news among those of the event
     * @param lastLine what to add to the number of a line of the audit log to get its id
     */
    byte[] of(int ordinal, News news, Webhook webhook, int lastLine) {
        var form = webhook.settings().payload();
        return switch (news) {
            case Changed(var change) ->
                made(new Key(ordinal, form, null), () -> {
                    var update = FlagUpdate.of(recorded, change);
                    return form == PayloadForm.V2021
                            ? Envelope.of2021(update.by(FullName.of(recorded.actor(), after)))
                            : Envelope.of(update);
                });
            case Singled(var type, var change) ->
                made(new Key(ordinal, form, null), () -> Envelope.of(FlagUpdate.bare(recorded, change), type.name()));
            case Published(var _, var _, var version) -> made(new Key(ordinal, form, null), () -> Envelope.of(version));
            case Segmented(var _, var environment, var segmentId, var before) ->
                made(
                        new Key(ordinal, form, null),
                        () -> Envelope.of(
                                SegmentUpdate.of(before, recorded, segmentId, environment, after),
                                ExtraType.SEGMENT_UPDATED.name()));
            case Audited audited -> {
                var environment = environment(news, webhook);
                yield made(new Key(ordinal, form, environment), () -> {
                    var numbered = new NumberedLine(lastLine + audited.number(), recorded, audited.line());
                    return form == PayloadForm.CURRENT
                            ? Envelope.of(AuditLineView.listed(numbered, after), type(audited))
                            : Envelope.of(AuditRecord.of(numbered, environment, after));
                });
            }
        };
    }

    private static String type(Audited audited) {
        return audited.isOfOrganisation() ? ExtraType.ORGANISATION_AUDIT_LOG_CREATED.name() : Envelope.AUDITED;
    }

    private static @Nullable Integer environment(News news, Webhook webhook) {
        return webhook.owner().kind() == WebhookOwner.Kind.ENVIRONMENT
                ? Integer.valueOf(webhook.owner().id())
                : news.environmentId();
    }

    private byte[] made(Key key, Supplier<byte[]> body) {
        return made.computeIfAbsent(key, _ -> body.get());
    }
}
