package dev.flagledger.engine;

import dev.flagledger.api.identity.Trait;
import dev.flagledger.engine.evaluation.environment.EvaluatedIdentity;
import dev.flagledger.engine.lifecycle.Stage;
import dev.flagledger.engine.state.Environment;
import dev.flagledger.engine.state.Feature;
import dev.flagledger.engine.state.Flag;
import dev.flagledger.engine.state.IdentityOverride;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.Organisation;
import dev.flagledger.engine.state.Project;
import dev.flagledger.engine.state.Version;
import dev.flagledger.engine.view.ApiKeyView;
import dev.flagledger.engine.view.Audience;
import dev.flagledger.engine.view.CodeReferencesView;
import dev.flagledger.engine.view.EnvironmentDetailView;
import dev.flagledger.engine.view.ExportedFeature;
import dev.flagledger.engine.view.FeatureInEnvironment;
import dev.flagledger.engine.view.FeatureSegmentView;
import dev.flagledger.engine.view.FeatureStateView;
import dev.flagledger.engine.view.FeatureView;
import dev.flagledger.engine.view.FlagView;
import dev.flagledger.engine.view.HealthEventView;
import dev.flagledger.engine.view.IdentityFlagView;
import dev.flagledger.engine.view.MemberView;
import dev.flagledger.engine.view.MetadataFieldView;
import dev.flagledger.engine.view.MetricsView;
import dev.flagledger.engine.view.ModelFieldView;
import dev.flagledger.engine.view.OptionView;
import dev.flagledger.engine.view.OrganisationView;
import dev.flagledger.engine.view.OwnedFeatureView;
import dev.flagledger.engine.view.ProjectDetailView;
import dev.flagledger.engine.view.ProjectView;
import dev.flagledger.engine.view.SegmentOverrideView;
import dev.flagledger.engine.view.SegmentView;
import dev.flagledger.engine.view.ServerKeyView;
import dev.flagledger.engine.view.TagView;
import dev.flagledger.engine.view.UserView;
import dev.flagledger.engine.view.VersionView;
import dev.flagledger.engine.view.WebhookView;
import dev.flagledger.engine.view.WholeFlagView;
import dev.flagledger.engine.view.Wire;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Everything that can be seen of an installation, as it would be sent, and what it is made of. */
final class AllViews {

    private static final Instant LATER = Instant.parse("2041-01-01T00:00:00Z");

    /** People who are in some of the segments, and one who is known by the first id that a play gives out. */
    static final List<EvaluatedIdentity> IDENTITIES = List.of(
            new EvaluatedIdentity(null, "nobody", List.of()),
            new EvaluatedIdentity(null, "somebody", List.of(new Trait(1, "age", Trait.Type.INT, "7"))),
            new EvaluatedIdentity(World.LAST_SMALL_NUMBER + 1, "user", List.of()));

    private AllViews() {}

    static String of(Installation installation) {
        return json(installation).toString();
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
            feature.options().values().forEach(option -> views.add(OptionView.of(feature, option)));
        });
        for (var environment : project.environments().values()) {
            add(views, installation, project, environment);
        }
    }

    private static void add(List<Object> views, Installation installation, Project project, Environment environment) {
        views.add(EnvironmentDetailView.retrieved(installation, environment));
        environment.webhooks().values().forEach(webhook -> views.add(WebhookView.of(webhook, "")));
        environment.serverKeys().values().forEach(key -> views.add(ServerKeyView.of(key, "ser.")));
        views.add(MetricsView.of(project, environment));
        IDENTITIES.forEach(identity -> views.add(IdentityFlagView.all(project, environment, identity)));
        views.add(ExportedFeature.all(project, environment, List.of()));
        views.add(FlagView.all(project, environment, Audience.CLIENT));
        views.add(FlagView.all(project, environment, Audience.SERVER));
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
        views.add(flag.standard());
        views.add(flag.order().inOrder());
        views.add(flag.identities().values().stream()
                .sorted(Comparator.comparingInt(IdentityOverride::identityId))
                .toList());
    }

    /** Old versions may have overrides that are gone by now. */
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

    /** Long after the last event, for whatever segment comes first. */
    private static FeatureInEnvironment here(Project project, Feature feature, Environment environment) {
        var segment = project.segments().keySet().stream().findFirst().orElse(null);
        var stage = Stage.of(project, feature, LATER);
        var flag = environment.flag(feature.id());
        return FeatureInEnvironment.of(environment, flag, stage, segment).counting(flag);
    }
}
