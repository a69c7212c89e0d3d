package dev.flagledger.contract.view;

import dev.flagledger.contract.view.environment.EnvironmentDetailView;
import dev.flagledger.contract.view.environment.MetricsView;
import dev.flagledger.contract.view.environment.ServerKeyView;
import dev.flagledger.contract.view.feature.CodeReferencesView;
import dev.flagledger.contract.view.feature.FeatureInEnvironment;
import dev.flagledger.contract.view.feature.FeatureView;
import dev.flagledger.contract.view.feature.HealthEventView;
import dev.flagledger.contract.view.feature.OptionView;
import dev.flagledger.contract.view.feature.OwnedFeatureView;
import dev.flagledger.contract.view.flag.Audience;
import dev.flagledger.contract.view.flag.FeatureSegmentView;
import dev.flagledger.contract.view.flag.FeatureStateView;
import dev.flagledger.contract.view.flag.FlagView;
import dev.flagledger.contract.view.flag.IdentityFlagView;
import dev.flagledger.contract.view.flag.SegmentOverrideView;
import dev.flagledger.contract.view.flag.VersionView;
import dev.flagledger.contract.view.flag.WholeFlagView;
import dev.flagledger.contract.view.organisation.ApiKeyView;
import dev.flagledger.contract.view.organisation.MemberView;
import dev.flagledger.contract.view.organisation.OrganisationView;
import dev.flagledger.contract.view.project.ExportedFeature;
import dev.flagledger.contract.view.project.MetadataFieldView;
import dev.flagledger.contract.view.project.ModelFieldView;
import dev.flagledger.contract.view.project.ProjectDetailView;
import dev.flagledger.contract.view.project.ProjectView;
import dev.flagledger.contract.view.project.SegmentView;
import dev.flagledger.contract.view.project.TagView;
import dev.flagledger.contract.view.user.UserView;
import dev.flagledger.contract.view.webhook.WebhookView;
import dev.flagledger.engine.Play;
import dev.flagledger.engine.lifecycle.Stage;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.flag.Flag;
import dev.flagledger.engine.state.flag.IdentityOverride;
import dev.flagledger.engine.state.flag.Version;
import dev.flagledger.engine.state.organisation.Organisation;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.engine.state.project.Feature;
import dev.flagledger.engine.state.project.Project;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** All views of an installation, as they would be sent. */
public final class AllViews {

    private static final Instant LATER = Instant.parse("2041-01-01T00:00:00Z");

    private AllViews() {}

    static String of(Installation installation) {
        return json(installation).toString();
    }

    /** The flags that applications read. */
    public static List<FlagView> flags(Project project, Environment environment, Audience audience) {
        return FlagView.visible(project, environment, audience).stream()
                .map(flag -> FlagView.of(project, environment, flag))
                .toList();
    }

    static JsonNode json(Installation installation) {
        var views = new ArrayList<Object>();
        installation.users().values().stream().map(UserView::of).forEach(views::add);
        installation.organisations().values().stream().forEach(organisation -> add(views, installation, organisation));
        installation.projects().values().forEach(project -> add(views, installation, project));
        return Wire.json(views);
    }

    private static void add(List<Object> views, Installation installation, Organisation organisation) {
        views.add(OrganisationView.of(organisation, null));
        views.add(MemberView.of(organisation, installation));
        organisation.apiKeys().values().forEach(key -> views.add(ApiKeyView.of(key, LATER)));
        installation.metadata().in(organisation.id()).forEach(field -> {
            views.add(MetadataFieldView.of(field));
            field.attachments().values().forEach(attachment -> views.add(ModelFieldView.of(field, attachment)));
        });
    }

    private static void add(List<Object> views, Installation installation, Project project) {
        views.add(ProjectView.of(project));
        views.add(ProjectDetailView.of(project));
        views.add(HealthEventView.all(project));
        project.tags().values().forEach(tag -> views.add(TagView.of(project.id(), tag)));
        project.segments().values().forEach(segment -> views.add(SegmentView.of(installation, project, segment)));
        project.features().values().forEach(feature -> {
            views.add(FeatureView.ofUuid(installation, feature));
            views.add(OwnedFeatureView.of(installation, feature));
            views.add(CodeReferencesView.of(project, feature));
            feature.options().values().forEach(option -> views.add(OptionView.of(option, feature.id())));
        });
        for (var environment : project.environments().values()) {
            add(views, installation, project, environment);
        }
    }

    private static void add(List<Object> views, Installation installation, Project project, Environment environment) {
        views.add(EnvironmentDetailView.retrieved(installation, environment));
        environment.webhooks().ofChanges().values().forEach(webhook -> views.add(WebhookView.of(webhook, "")));
        environment.serverKeys().values().forEach(key -> views.add(ServerKeyView.of(key, "ser.")));
        views.add(MetricsView.of(project, environment));
        Play.IDENTITIES.forEach(identity -> views.add(IdentityFlagView.all(project, environment, identity)));
        views.add(ExportedFeature.all(project, environment, List.of()));
        views.add(flags(project, environment, Audience.CLIENT));
        views.add(flags(project, environment, Audience.SERVER));
        for (var feature : project.features().values()) {
            views.add(FeatureView.of(installation, feature, here(project, feature, environment)));
            var flag = environment.flag(feature.id());
            add(views, environment, flag);
            add(views, project, flag);
            flag.segments().values().forEach(place -> {
                views.add(FeatureSegmentView.of(project, environment.id(), place));
                views.add(FeatureSegmentView.Written.of(environment.id(), feature.id(), place));
            });
        }
    }

    private static void add(List<Object> views, Environment environment, Flag flag) {
        flag.states().forEach(state -> views.add(FeatureStateView.typed(environment, state)));
        views.add(WholeFlagView.of(flag));
        views.add(flag.environmentDefault());
        views.add(flag.order().inOrder());
        views.add(flag.identities().values().stream()
                .sorted(Comparator.comparingInt(IdentityOverride::identityId))
                .toList());
    }

    /** Old versions may have overrides of deleted segments. */
    private static void add(List<Object> views, Project project, Flag flag) {
        var versions = flag.versions();
        versions.newestFirst().forEach(version -> views.add(VersionView.Detail.of(flag, version)));
        Stream.concat(
                        versions.live().stream(),
                        versions.drafts().values().stream().sorted(Comparator.comparing(Version::uuid)))
                .flatMap(version -> project.inVersion(flag, version).states())
                .filter(state -> state.identity() == null)
                .forEach(state -> views.add(SegmentOverrideView.of(state)));
    }

    /** Long after the last event, for the first segment. */
    private static FeatureInEnvironment here(Project project, Feature feature, Environment environment) {
        var segment = project.segments().keySet().stream().findFirst().orElse(null);
        var stage = Stage.of(project, feature, LATER);
        var flag = environment.flag(feature.id());
        return FeatureInEnvironment.of(environment, flag, stage, segment).counting(flag);
    }
}
