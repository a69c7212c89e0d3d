package dev.flagledger.command.revert.existence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.EnvironmentEvent.EnvironmentCreated;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentDeleted;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityDeleted;
import dev.flagledger.api.event.ProjectEvent.TagCreated;
import dev.flagledger.api.event.ProjectEvent.TagDeleted;
import dev.flagledger.api.project.Tag;
import dev.flagledger.command.revert.plan.Carried;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Play;
import dev.flagledger.engine.Plays;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.engine.state.project.Project;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds after the undo of other deletions, in arbitrary histories. */
class MoreExistenceLawsTest {

    private int drawn = 5_000_000;

    @Property
    void aDeletedEnvironmentIsAsItWasButForItsId(@ForAll(supplier = Plays.class) Play play) {
        var history = play.history();
        for (var project : history.state().projects().values()) {
            for (var former : project.environments().values()) {
                var before = now(history, project);
                history.then(new EnvironmentDeleted(former.id()));
                int id = drawn + 1;
                undo(new EnvironmentDeleted(former.id()), before, history);

                var environment = now(history, project).environment(id);
                assertThat(environment.settings()).isEqualTo(former.settings());
                assertThat(environment.versioning() == null).isEqualTo(former.versioning() == null);
                var segments = before.segments().keySet();
                assertThat(environment.flags().keySet())
                        .isEqualTo(former.flags().keySet());
                environment
                        .flags()
                        .forEach((feature, flag) -> assertThat(States.of(flag, segments))
                                .isEqualTo(States.of(former.flag(feature), segments)));
                assertThat(history.state().environmentOfKey(former.settings().apiKey()))
                        .contains(environment);

                undo(
                        new EnvironmentCreated(id, former.uuid(), project.id(), former.settings(), List.of()),
                        before,
                        history);
                assertThat(now(history, project).environments()).doesNotContainKey(id);
            }
        }
    }

    @Property
    void theOverridesOfADeletedIdentityReturn(@ForAll(supplier = Plays.class) Play play) {
        var history = play.history();
        for (var project : history.state().projects().values()) {
            for (var environment : project.environments().values()) {
                for (int id : overridden(environment)) {
                    var before = now(history, project);
                    history.then(new ManagedIdentityDeleted(environment.id(), id));
                    undo(new ManagedIdentityDeleted(environment.id(), id), before, history);

                    var now = now(history, project).environment(environment.id());
                    for (var flag : now.flags().values()) {
                        assertThat(States.of(flag, Set.of()).identities())
                                .isEqualTo(States.of(
                                                before.environment(environment.id())
                                                        .flag(flag.featureId()),
                                                Set.of())
                                        .identities());
                    }
                }
            }
        }
    }

    @Property
    void aDeletedTagReturnsToItsFeatures(@ForAll(supplier = Plays.class) Play play) {
        var history = play.history();
        for (var project : history.state().projects().values()) {
            for (var tag : List.copyOf(project.tags().values())) {
                var before = now(history, project);
                history.then(new TagDeleted(project.id(), tag.id()));
                undo(new TagDeleted(project.id(), tag.id()), before, history);

                var restored =
                        Objects.requireNonNull(now(history, project).tags().get(drawn));
                assertThat(restored)
                        .isEqualTo(new Tag(
                                drawn, tag.uuid(), tag.label(), tag.colour(), tag.description(), tag.permanent()));
                assertThat(tagged(now(history, project), drawn)).isEqualTo(tagged(before, tag.id()));

                undo(new TagCreated(project.id(), restored), before, history);
                assertThat(now(history, project).tags()).doesNotContainKey(drawn);
            }
        }
    }

    private void undo(LedgerEvent event, Project before, History history) {
        var plan = new Existence(before, now(history, before), history.state(), new Unreported(), _ -> ++drawn)
                .without(event);
        Carried.out(plan.orElseThrow().commands(), before.id(), history);
    }

    private static Project now(History history, Project project) {
        return history.state().project(project.id()).orElseThrow();
    }

    private static Set<Integer> overridden(Environment environment) {
        return environment.flags().values().stream()
                .flatMap(flag -> flag.identities().keySet().stream())
                .collect(Collectors.toSet());
    }

    private static Set<Integer> tagged(Project project, int tag) {
        return project.features().values().stream()
                .filter(feature -> feature.details().tags().contains(tag))
                .map(feature -> feature.id())
                .collect(Collectors.toSet());
    }
}
