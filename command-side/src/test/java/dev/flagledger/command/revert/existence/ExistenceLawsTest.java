package dev.flagledger.command.revert.existence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.FeatureEvent.FeatureDeleted;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.SegmentEvent.SegmentCreated;
import dev.flagledger.api.event.SegmentEvent.SegmentDeleted;
import dev.flagledger.command.revert.plan.Carried;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Play;
import dev.flagledger.engine.Plays;
import dev.flagledger.engine.state.flag.Flag;
import dev.flagledger.engine.state.flag.SegmentOverride;
import dev.flagledger.engine.state.project.Project;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** What holds after the undo of a deletion, and after the undo of that undo, in arbitrary histories. */
class ExistenceLawsTest {

    private int drawn = 5_000_000;

    @Property
    void aDeletedSegmentIsAsItWasButForItsId(@ForAll(supplier = Plays.class) Play play) {
        var history = play.history();
        for (var project : history.state().projects().values()) {
            for (int id : project.segments().keySet()) {
                var before = now(history, project);
                history.then(new SegmentDeleted(id));
                var deleted = now(history, project);
                undo(new SegmentDeleted(id), before, history);
                var restored = now(history, project);

                assertThat(restored.segment(drawn).definition())
                        .isEqualTo(before.segment(id).definition());
                assertThat(places(restored, any -> any)).isEqualTo(places(before, any -> any == id ? drawn : any));

                var segment = restored.segment(drawn);
                undo(new SegmentCreated(drawn, segment.uuid(), project.id(), segment.definition()), deleted, history);
                assertThat(places(now(history, project), any -> any)).isEqualTo(places(deleted, any -> any));
            }
        }
    }

    @Property
    void aDeletedFeatureIsAsItWasButForItsId(@ForAll(supplier = Plays.class) Play play) {
        var history = play.history();
        for (var project : history.state().projects().values()) {
            for (int id : project.features().keySet()) {
                var before = now(history, project);
                history.then(new FeatureDeleted(id));
                undo(new FeatureDeleted(id), before, history);
                var restored = now(history, project);

                var feature = restored.feature(drawn);
                var former = before.feature(id);
                assertThat(List.of(feature.name(), feature.type(), feature.details(), feature.options()))
                        .isEqualTo(List.of(former.name(), former.type(), former.details(), former.options()));
                var segments = restored.segments().keySet();
                for (var environment : before.environments().values()) {
                    var flag = restored.environment(environment.id()).flag(drawn);
                    assertThat(States.of(flag, segments)).isEqualTo(States.of(environment.flag(id), segments));
                    assertThat(flag.identities().keySet())
                            .isEqualTo(environment.flag(id).identities().keySet());
                }
            }
        }
    }

    private void undo(LedgerEvent event, Project before, History history) {
        var installation = history.state();
        var plan = new Existence(before, now(history, before), installation, new Unreported(), _ -> ++drawn)
                .without(event);
        Carried.out(plan.orElseThrow().commands(), before.id(), history);
    }

    private static Project now(History history, Project project) {
        return history.state().project(project.id()).orElseThrow();
    }

    private record Place(int environment, int feature, int segment, int priority, States.@Nullable State state) {

        static Place of(Flag flag, SegmentOverride override, int segment) {
            return new Place(
                    flag.environmentId(),
                    flag.featureId(),
                    segment,
                    override.priority(),
                    States.State.of(override.state()));
        }
    }

    /** All segment overrides of a project. */
    private static Set<Place> places(Project project, IntUnaryOperator segment) {
        return project.environments().values().stream()
                .flatMap(environment -> environment.flags().values().stream())
                .flatMap(flag -> flag.segments().values().stream()
                        .map(override -> Place.of(flag, override, segment.applyAsInt(override.segmentId()))))
                .collect(Collectors.toSet());
    }
}
