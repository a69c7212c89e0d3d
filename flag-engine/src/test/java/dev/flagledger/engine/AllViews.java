package dev.flagledger.engine;

import dev.flagledger.engine.lifecycle.Stage;
import dev.flagledger.engine.state.Environment;
import dev.flagledger.engine.state.Feature;
import dev.flagledger.engine.state.Flag;
import dev.flagledger.engine.state.IdentityOverride;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.Project;
import dev.flagledger.engine.state.Version;
import dev.flagledger.engine.view.Audience;
import dev.flagledger.engine.view.EnvironmentDetailView;
import dev.flagledger.engine.view.FeatureInEnvironment;
import dev.flagledger.engine.view.FeatureStateView;
import dev.flagledger.engine.view.FeatureView;
import dev.flagledger.engine.view.FlagView;
import dev.flagledger.engine.view.OrganisationView;
import dev.flagledger.engine.view.ProjectDetailView;
import dev.flagledger.engine.view.SegmentOverrideView;
import dev.flagledger.engine.view.UserView;
import dev.flagledger.engine.view.VersionView;
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

    private AllViews() {}

    static String of(Installation installation) {
        return json(installation).toString();
    }

    static JsonNode json(Installation installation) {
        var views = new ArrayList<Object>();
        installation.users().values().stream().map(UserView::of).forEach(views::add);
        installation.organisations().values().stream()
                .map(organisation -> OrganisationView.of(organisation, null))
                .forEach(views::add);
        installation.projects().values().forEach(project -> add(views, installation, project));
        return Wire.json(views);
    }

    private static void add(List<Object> views, Installation installation, Project project) {
        views.add(ProjectDetailView.of(project));
        views.add(project.tags().values());
        views.add(project.segments().values());
        for (var environment : project.environments().values()) {
            add(views, installation, project, environment);
        }
    }

    private static void add(List<Object> views, Installation installation, Project project, Environment environment) {
        views.add(EnvironmentDetailView.retrieved(installation, environment));
        views.add(environment.webhooks().values());
        views.add(environment.serverKeys().values());
        views.add(FlagView.all(project, environment, Audience.CLIENT));
        views.add(FlagView.all(project, environment, Audience.SERVER));
        for (var feature : project.features().values()) {
            views.add(FeatureView.of(installation, feature, here(project, feature, environment)));
            add(views, environment, environment.flag(feature.id()));
            add(views, project, environment.flag(feature.id()));
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
        var stage = Stage.of(project, feature, Instant.parse("2041-01-01T00:00:00Z"));
        var flag = environment.flag(feature.id());
        return FeatureInEnvironment.of(environment, flag, stage, segment).counting(flag);
    }
}
