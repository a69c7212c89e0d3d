package dev.flagledger.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.FlagEvent;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.engine.state.project.Project;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Properties of the fold of arbitrary histories. */
class FoldPropertiesTest {

    /** A change must not copy all other flags. */
    @Property
    void aChangeOfOneFlagSharesAllTheRest(@ForAll(supplier = Plays.class) Play play) {
        var events = play.history().events();
        var before = Installation.EMPTY;
        for (var event : events) {
            var after = before.evolve(event);
            if (event.event() instanceof FlagEvent flag) {
                assertSharedBut(flag, before, after);
            }
            before = after;
        }
    }

    private static void assertSharedBut(FlagEvent flag, Installation before, Installation after) {
        assertThat(after.users()).isSameAs(before.users());
        assertThat(after.organisations()).isSameAs(before.organisations());
        var changed = after.projectOfEnvironment(flag.environmentId());
        after.projects().forEach((id, project) -> {
            if (changed.isEmpty() || id != changed.get().id()) {
                assertThat(project).isSameAs(before.projects().get(id));
            }
        });
        changed.ifPresent(
                project -> assertSharedBut(flag, before.project(project.id()).orElseThrow(), project));
    }

    private static void assertSharedBut(FlagEvent flag, Project before, Project after) {
        assertThat(after.settings()).isSameAs(before.settings());
        assertThat(after.features()).isSameAs(before.features());
        assertThat(after.segments()).isSameAs(before.segments());
        after.environments().forEach((id, environment) -> {
            if (id == flag.environmentId()) {
                assertSharedBut(flag, before.environment(id), environment);
            } else {
                assertThat(environment).isSameAs(before.environment(id));
            }
        });
    }

    private static void assertSharedBut(FlagEvent changed, Environment before, Environment after) {
        assertThat(after.settings()).isSameAs(before.settings());
        assertThat(after.webhooks()).isSameAs(before.webhooks());
        after.flags().forEach((feature, flag) -> {
            if (feature != changed.featureId()) {
                assertThat(flag).isSameAs(before.flag(feature));
            }
        });
    }
}
