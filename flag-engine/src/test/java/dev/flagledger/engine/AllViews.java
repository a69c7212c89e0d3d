package dev.flagledger.engine;

import dev.flagledger.engine.state.Environment;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.Project;
import dev.flagledger.engine.view.Audience;
import dev.flagledger.engine.view.EnvironmentDetailView;
import dev.flagledger.engine.view.FeatureStateView;
import dev.flagledger.engine.view.FeatureView;
import dev.flagledger.engine.view.FlagView;
import dev.flagledger.engine.view.OrganisationView;
import dev.flagledger.engine.view.ProjectDetailView;
import dev.flagledger.engine.view.UserView;
import dev.flagledger.engine.view.Wire;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Everything that can be seen of an installation, as the bytes that would be sent. */
final class AllViews {

    private AllViews() {}

    static String of(Installation installation) {
        var views = new ArrayList<Object>();
        installation.users().values().stream().map(UserView::of).forEach(views::add);
        installation.organisations().values().stream()
                .map(organisation -> OrganisationView.of(organisation, null))
                .forEach(views::add);
        installation.projects().values().forEach(project -> add(views, installation, project));
        return new String(Wire.bytes(views), StandardCharsets.UTF_8);
    }

    private static void add(List<Object> views, Installation installation, Project project) {
        views.add(ProjectDetailView.of(project));
        for (var environment : project.environments().values()) {
            add(views, installation, project, environment);
        }
    }

    private static void add(List<Object> views, Installation installation, Project project, Environment environment) {
        views.add(EnvironmentDetailView.retrieved(environment));
        views.add(FlagView.all(project, environment, Audience.CLIENT));
        views.add(FlagView.all(project, environment, Audience.SERVER));
        for (var feature : project.features().values()) {
            views.add(FeatureView.of(installation, feature, environment));
            views.add(FeatureStateView.of(environment, environment.flag(feature.id())));
        }
    }
}
