package dev.flagledger.command.revert.existence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.FeatureEvent.FeatureDeleted;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.SegmentEvent.SegmentCreated;
import dev.flagledger.api.event.SegmentEvent.SegmentDeleted;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.command.revert.plan.Carried;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Play;
import dev.flagledger.engine.Plays;
import dev.flagledger.engine.state.flag.FeatureState;
import dev.flagledger.engine.state.flag.Flag;
import dev.flagledger.engine.state.flag.SegmentOverride;
import dev.flagledger.engine.state.project.Project;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
                    assertThat(States.of(restored.environment(environment.id()).flag(drawn), segments))
                            .isEqualTo(States.of(environment.flag(id), segments));
                }
            }
        }
    }

    private void undo(LedgerEvent event, Project before, History history) {
        var installation = history.state();
        var plan = new Existence(before, now(history, before), installation, _ -> ++drawn).without(event);
        Carried.out(plan.orElseThrow().commands(), before.id(), history);
    }

    private static Project now(History history, Project project) {
        return history.state().project(project.id()).orElseThrow();
    }

    private record State(int id, Setting setting) {

        static @Nullable State of(@Nullable FeatureState state) {
            return state == null ? null : new State(state.id(), state.setting());
        }
    }

    private record Place(
            int environment,
            int feature,
            int segment,
            int priority,
            @Nullable State state) {

        static Place of(Flag flag, SegmentOverride override, int segment) {
            return new Place(
                    flag.environmentId(), flag.featureId(), segment, override.priority(), State.of(override.state()));
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

    /** The states of a flag; places without a state are not restored with a feature. */
    private record States(
            @Nullable State environmentDefault,
            Map<Integer, @Nullable State> identities,
            Map<Integer, @Nullable State> segments,
            List<Integer> priorities) {

        static States of(Flag flag, Set<Integer> segments) {
            var ofIdentities = new TreeMap<Integer, @Nullable State>();
            flag.identities().values().forEach(of -> ofIdentities.put(of.identityId(), State.of(of.state())));
            var ofSegments = new TreeMap<Integer, @Nullable State>();
            overrides(flag, segments).forEach(of -> ofSegments.put(of.segmentId(), State.of(of.state())));
            return new States(
                    State.of(flag.environmentDefault()),
                    ofIdentities,
                    ofSegments,
                    overrides(flag, segments).map(SegmentOverride::priority).toList());
        }

        private static Stream<SegmentOverride> overrides(Flag flag, Set<Integer> segments) {
            return flag.order().withState().stream().filter(override -> segments.contains(override.segmentId()));
        }
    }
}
