package dev.flagledger.contract.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.contract.view.document.EnvironmentDocument;
import dev.flagledger.contract.view.flag.Audience;
import dev.flagledger.engine.Play;
import dev.flagledger.engine.Plays;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.engine.state.project.Project;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Applications fetch flags again only if the date has advanced. */
class ServedPropertiesTest {

    @Property
    void everyChangeOfServedPropertiesAdvancesTheDate(@ForAll(supplier = Plays.class) Play play) {
        var before = Installation.EMPTY;
        for (var event : play.history().events()) {
            var after = before.evolve(event);
            for (var project : after.projects().values()) {
                for (var environment : project.environments().values()) {
                    assertDated(before, after, project, environment, event.event());
                }
            }
            before = after;
        }
    }

    private static void assertDated(
            Installation before, Installation after, Project project, Environment environment, Object event) {
        var earlier = before.environment(environment.id());
        if (earlier.isPresent()
                && !served(before, before.project(project.id()).orElseThrow(), earlier.get())
                        .equals(served(after, project, environment))) {
            assertThat(environment.updatedAt())
                    .as("%s", event)
                    .isAfter(earlier.get().updatedAt());
        }
    }

    private static List<Object> served(Installation installation, Project project, Environment environment) {
        var organisation = installation.organisation(project.organisationId()).orElseThrow();
        return List.of(
                EnvironmentDocument.of(organisation, project, environment),
                AllViews.flags(project, environment, Audience.CLIENT),
                AllViews.flags(project, environment, Audience.SERVER));
    }
}
