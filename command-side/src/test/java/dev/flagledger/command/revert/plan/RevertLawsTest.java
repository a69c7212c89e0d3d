package dev.flagledger.command.revert.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.flag.Setting;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Play;
import dev.flagledger.engine.Plays;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.flag.FeatureState;
import dev.flagledger.engine.state.flag.Flag;
import dev.flagledger.engine.state.flag.IdentityOverride;
import dev.flagledger.engine.state.project.Project;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** What holds after a revert, in arbitrary histories. */
class RevertLawsTest {

    @Property
    void aFeatureIsAsItWas(@ForAll(supplier = Plays.class) Play play, @ForAll int share) {
        var history = play.history();
        for (var then : common(history, share)) {
            then.features().keySet().forEach(id -> lead(history, then, now -> Parts.ofFeature(then, now, id)));

            var now = now(history, then);
            for (var feature : now.features().values()) {
                if (then.features().containsKey(feature.id())) {
                    var former = then.feature(feature.id());
                    assertThat(feature.options()).isEqualTo(former.options());
                    assertThat(feature.type()).isEqualTo(former.type());
                    assertThat(feature.details().description())
                            .isEqualTo(former.details().description());
                    assertThat(feature.details().archived())
                            .isEqualTo(former.details().archived());
                    environments(then, now).forEach(id -> assertSame(then, now, id, feature.id()));
                }
            }
        }
    }

    /** Options belong to features, and are not led back with an environment. */
    @Property
    void anEnvironmentIsAsItWas(@ForAll(supplier = Plays.class) Play play, @ForAll int share) {
        var history = play.history();
        for (var then : common(history, share)) {
            then.environments().keySet().forEach(id -> lead(history, then, now -> Parts.ofEnvironment(then, now, id)));

            var now = now(history, then);
            environments(then, now).forEach(id -> {
                assertThat(now.environment(id).settings().name())
                        .isEqualTo(then.environment(id).settings().name());
                now.features().values().stream()
                        .filter(feature -> then.features().containsKey(feature.id()))
                        .filter(feature -> then.feature(feature.id())
                                .options()
                                .keySet()
                                .equals(feature.options().keySet()))
                        .forEach(feature -> assertSame(then, now, id, feature.id()));
            });
        }
    }

    /** What was led back is not led back again, and the log only grows. */
    @Property
    void nothingIsLeftToDo(@ForAll(supplier = Plays.class) Play play, @ForAll int share) {
        var history = play.history();
        var before = history.events();
        for (var then : common(history, share)) {
            for (int id : then.environments().keySet()) {
                lead(history, then, now -> Parts.ofEnvironment(then, now, id));

                var now = now(history, then);
                assertThat(new RevertPlan(then, now, Parts.ofEnvironment(then, now, id)).commands())
                        .isEmpty();
            }
            for (int id : then.features().keySet()) {
                lead(history, then, now -> Parts.ofFeature(then, now, id));

                var now = now(history, then);
                assertThat(new RevertPlan(then, now, Parts.ofFeature(then, now, id)).commands())
                        .isEmpty();
            }
        }
        assertThat(history.events().subList(0, before.size())).isEqualTo(before);
    }

    /** Returns the projects of some earlier state that still exist. */
    private static List<Project> common(History history, int share) {
        var then = History.fold(Installation.EMPTY, history.events().subList(0, history.cut(share)));
        return then.projects().values().stream()
                .filter(project -> history.state().project(project.id()).isPresent())
                .toList();
    }

    private static Project now(History history, Project then) {
        return history.state().project(then.id()).orElseThrow();
    }

    private static List<Integer> environments(Project then, Project now) {
        return now.environments().keySet().stream()
                .filter(then.environments()::containsKey)
                .toList();
    }

    private static void lead(History history, Project then, Function<Project, SequencedSet<Part>> parts) {
        var now = now(history, then);
        Carried.out(new RevertPlan(then, now, parts.apply(now)).commands(), then.id(), history);
    }

    private static void assertSame(Project then, Project now, int environment, int feature) {
        var flag = now.environment(environment).flag(feature);
        var former = then.environment(environment).flag(feature);
        var retained = former.retaining(
                now.segments().keySet(), now.feature(feature).options().keySet());
        assertThat(state(flag.environmentDefault())).isEqualTo(state(retained.environmentDefault()));
        assertThat(segments(flag)).isEqualTo(segments(retained));
        assertThat(identities(flag)).isEqualTo(identities(former));
    }

    private record State(int id, Setting setting) {}

    private record Place(int priority, @Nullable State state) {}

    private static @Nullable State state(@Nullable FeatureState state) {
        return state == null ? null : new State(state.id(), state.setting());
    }

    private static Map<Integer, Place> segments(Flag flag) {
        var places = new TreeMap<Integer, Place>();
        flag.segments()
                .forEach((id, override) -> places.put(id, new Place(override.priority(), state(override.state()))));
        return places;
    }

    private static Map<Integer, @Nullable State> identities(Flag flag) {
        var states = new TreeMap<Integer, @Nullable State>();
        flag.identities().values().stream()
                .map(IdentityOverride::identityId)
                .forEach(id -> states.put(id, state(flag.identity(id).state())));
        return states;
    }
}
