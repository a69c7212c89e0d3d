package dev.flagledger.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.RecordedEvent;
import dev.flagledger.api.environment.EnvironmentEvent.EnvironmentCreated;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.FlagEvent;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.engine.change.FlagChange;
import dev.flagledger.engine.change.Target;
import dev.flagledger.engine.state.Environment;
import dev.flagledger.engine.state.FeatureState;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.Project;
import dev.flagledger.engine.view.FlagUpdate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** What holds of every history that could have been. */
class FoldPropertiesTest {

    /**
     * The law that webhooks and audit records stand on: a change begins where the one before it, of the same flag for the
     * same target, ended. Nothing stands before the first, unless the flag came with its environment.
     */
    @Property
    void aChangeBeginsWhereTheOneBeforeItEnded(@ForAll("histories") List<RecordedEvent> events) {
        Map<Key, @Nullable Setting> ended = new HashMap<>();
        var before = Installation.EMPTY;
        for (var event : events) {
            var after = before.evolve(event);
            for (var change : FlagChange.of(before, event, after)) {
                assertThat(setting(change.before())).isEqualTo(ended.get(Key.of(change)));
                ended.put(Key.of(change), setting(change.after()));
            }
            if (event.event() instanceof EnvironmentCreated created) {
                var environment = after.environment(created.environmentId()).orElseThrow();
                environment
                        .flags()
                        .forEach((feature, flag) -> ended.put(
                                new Key(environment.id(), feature, "everyone"),
                                flag.standard().setting()));
            }
            before = after;
        }
    }

    private static @Nullable Setting setting(@Nullable FeatureState state) {
        return state == null ? null : state.setting();
    }

    @Property
    void whatReceiversAreToldFollowsOnWhatTheyWereTold(@ForAll("histories") List<RecordedEvent> events) {
        Map<Key, FlagUpdate.StateView> told = new HashMap<>();
        var before = Installation.EMPTY;
        for (var event : events) {
            var after = before.evolve(event);
            for (var change : FlagChange.of(before, event, after)) {
                var update = FlagUpdate.of(event, change);
                var previous = update.previousState();
                assertThat(previous == null).isEqualTo(change.before() == null);
                var last = told.put(Key.of(change), update.newState());
                if (last != null && previous != null) {
                    assertThat(previous.enabled()).isEqualTo(last.enabled());
                    assertThat(previous.featureStateValue()).isEqualTo(last.featureStateValue());
                }
            }
            before = after;
        }
    }

    @Property
    void itDoesNotMatterWhereAFoldIsInterrupted(@ForAll("histories") List<RecordedEvent> events, @ForAll double share) {
        int cut = (int) (events.size() * Math.abs(share % 1));
        var firstPart = History.fold(Installation.EMPTY, events.subList(0, cut));
        var whole = History.fold(firstPart, events.subList(cut, events.size()));

        assertThat(AllViews.of(whole)).isEqualTo(AllViews.of(History.fold(Installation.EMPTY, events)));
    }

    @Property
    void twoFoldsOfOneLogLookTheSame(@ForAll("histories") List<RecordedEvent> events) {
        assertThat(AllViews.of(History.fold(Installation.EMPTY, events)))
                .isEqualTo(AllViews.of(History.fold(Installation.EMPTY, events)));
    }

    @Property
    void whatWasFoldedBeforeStaysAsItWas(@ForAll("histories") List<RecordedEvent> events) {
        var half = History.fold(Installation.EMPTY, events.subList(0, events.size() / 2));
        var looked = AllViews.of(half);
        History.fold(half, events.subList(events.size() / 2, events.size()));

        assertThat(AllViews.of(half)).isEqualTo(looked);
    }

    /** Ten thousand flags must not be copied for one. */
    @Property
    void aChangeOfOneFlagSharesAllTheRest(@ForAll("histories") List<RecordedEvent> events) {
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
        var changed = after.projectOfEnvironment(flag.environmentId()).orElseThrow();
        assertThat(after.users()).isSameAs(before.users());
        assertThat(after.organisations()).isSameAs(before.organisations());
        after.projects().forEach((id, project) -> {
            if (id != changed.id()) {
                assertThat(project).isSameAs(before.projects().get(id));
            }
        });
        assertSharedBut(flag, before.project(changed.id()).orElseThrow(), changed);
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

    /** Whose state it is. */
    private record Key(int environment, int feature, String target) {
        static Key of(FlagChange change) {
            var target = switch (change.target()) {
                case Target.Everyone _ -> "everyone";
                case Target.OfSegment of -> "segment " + of.segment().id();
                case Target.OfIdentity of -> "identity " + of.identityId();
            };
            return new Key(change.environment().id(), change.feature().id(), target);
        }
    }

    @Provide
    Arbitrary<List<RecordedEvent>> histories() {
        var picks = Arbitraries.integers().between(0, 1_000);
        return Combinators.combine(kinds(), picks, picks, Arbitraries.of(true, false), values())
                .as(Play.Move::new)
                .list()
                .ofMaxSize(60)
                .map(moves -> Play.of(moves).events());
    }

    private static Arbitrary<Play.Kind> kinds() {
        return Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.of(Play.Kind.class)),
                Tuple.of(3, Arbitraries.of(Play.Kind.SET, Play.Kind.SEGMENT_OVERRIDE, Play.Kind.IDENTITY_OVERRIDE)));
    }

    private static Arbitrary<FeatureValue> values() {
        return Arbitraries.oneOf(
                Arbitraries.just(FeatureValue.NONE),
                Arbitraries.strings().ofMaxLength(5).map(FeatureValue::of),
                Arbitraries.integers().map(FeatureValue::of),
                Arbitraries.of(true, false).map(FeatureValue::of));
    }
}
