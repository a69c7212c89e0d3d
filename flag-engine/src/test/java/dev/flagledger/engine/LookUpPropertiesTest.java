package dev.flagledger.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.engine.evaluation.environment.EnvironmentEvaluator;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.project.Project;
import java.util.HashMap;
import java.util.Objects;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Indexes and prepared evaluators always agree with the state that they are derived from. */
class LookUpPropertiesTest {

    @Property
    void deletedObjectsAreNotFound(@ForAll(supplier = Plays.class) Play play) {
        var state = play.history().state();

        assertThat(play.world().gone).allSatisfy(id -> {
            assertThat(state.project(id)).isEmpty();
            assertThat(state.environment(id)).isEmpty();
            assertThat(state.environmentOfKey("key-" + id)).isEmpty();
            assertThat(state.projectOfFeature(id)).isEmpty();
            assertThat(state.projectOfSegment(id)).isEmpty();
            assertThat(state.metadata().field(id)).isEmpty();
            assertThat(state.metadata().attached(id)).isEmpty();
        });
    }

    @Property
    void existingObjectsAreFound(@ForAll(supplier = Plays.class) Play play) {
        var state = play.history().state();
        var world = play.world();

        assertThat(world.projects).allMatch(id -> state.project(id).isPresent());
        assertThat(world.environments)
                .allMatch(there -> id(state.projectOfEnvironment(there.id())) == there.parent())
                .allMatch(there -> state.environmentOfKey("key-" + there.id()).isPresent());
        assertThat(world.features).allMatch(there -> id(state.projectOfFeature(there.id())) == there.parent());
        assertThat(world.segments).allMatch(there -> id(state.projectOfSegment(there.id())) == there.parent());
        assertThat(world.fields)
                .allMatch(there -> state.metadata().field(there.id()).isPresent());
        assertThat(world.attachments)
                .allMatch(there -> state.metadata().attached(there.id()).isPresent());
    }

    private static int id(Optional<Project> project) {
        return project.orElseThrow().id();
    }

    /** The evaluator is updated from event to event. */
    @Property
    void updatedEvaluatorsAgreeWithNewOnes(@ForAll(supplier = Plays.class) Play play) {
        var prepared = new HashMap<Integer, EnvironmentEvaluator>();
        var state = Installation.EMPTY;
        for (var event : play.history().events()) {
            state = state.evolve(event);
            state.projects()
                    .values()
                    .forEach(project -> project.environments().forEach((id, environment) -> {
                        var before = prepared.get(id);
                        prepared.put(
                                id,
                                before == null
                                        ? EnvironmentEvaluator.of(project, environment)
                                        : before.next(project, environment));
                    }));
        }

        state.projects()
                .values()
                .forEach(project -> project.environments().forEach((id, environment) -> {
                    var carried = Objects.requireNonNull(prepared.get(id));
                    var fresh = EnvironmentEvaluator.of(project, environment);
                    for (var identity : Play.IDENTITIES) {
                        assertThat(carried.flags(identity)).isEqualTo(fresh.flags(identity));
                        assertThat(carried.segments(identity)).isEqualTo(fresh.segments(identity));
                    }
                }));
    }
}
