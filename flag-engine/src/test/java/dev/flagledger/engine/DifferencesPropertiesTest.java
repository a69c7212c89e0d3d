package dev.flagledger.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.engine.change.Differences;
import dev.flagledger.engine.change.Differences.Move;
import dev.flagledger.engine.change.Differences.Pair;
import dev.flagledger.engine.change.FlagChange;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.flag.FeatureState;
import dev.flagledger.engine.state.project.Project;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Properties of differences between two states of arbitrary histories. */
class DifferencesPropertiesTest {

    @Property
    void aStateDoesNotDifferFromItself(@ForAll(supplier = Plays.class) Play play) {
        for (var project : play.history().state().projects().values()) {
            assertThat(between(project, project)).isEqualTo(new Differences(of(), of(), of(), of(), of()));
        }
    }

    /** The overrides of a feature that is in one state only are part of its creation, but not of its deletion. */
    @Property
    void differencesInTheOtherDirectionAreTheSame(@ForAll(supplier = Plays.class) Play play, @ForAll int share) {
        var history = play.history();
        var then = History.fold(Installation.EMPTY, history.events().subList(0, history.cut(share)));
        for (var now : history.state().projects().values()) {
            then.project(now.id()).ifPresent(earlier -> {
                var forth = between(earlier, now);
                var back = between(now, earlier);
                assertThat(swapped(back.features())).isEqualTo(forth.features());
                assertThat(swapped(back.segments())).isEqualTo(forth.segments());
                assertThat(swapped(back.environments())).isEqualTo(forth.environments());
                assertThat(back.moves().stream().map(move -> Priorities.of(move).swapped()))
                        .containsExactlyInAnyOrderElementsOf(
                                forth.moves().stream().map(Priorities::of).toList());
                assertThat(states(back, earlier, now).stream().map(States::swapped))
                        .containsExactlyInAnyOrderElementsOf(states(forth, earlier, now));
            });
        }
    }

    private record Priorities(int one, int other) {
        static Priorities of(Move move) {
            return new Priorities(move.before(), move.after());
        }

        Priorities swapped() {
            return new Priorities(other, one);
        }
    }

    private record States(int environment, Optional<FeatureState> before, Optional<FeatureState> after) {
        static States of(FlagChange change) {
            return new States(
                    change.environment().id(),
                    Optional.ofNullable(change.before()),
                    Optional.ofNullable(change.after()));
        }

        States swapped() {
            return new States(environment, after, before);
        }
    }

    private static List<States> states(Differences differences, Project one, Project other) {
        return differences.flags().stream()
                .filter(change -> one.features().containsKey(change.feature().id())
                        && other.features().containsKey(change.feature().id()))
                .map(States::of)
                .toList();
    }

    private static <T> List<Pair<T>> swapped(Collection<Pair<T>> pairs) {
        return pairs.stream()
                .map(pair -> new Pair<>(pair.after(), pair.before()))
                .toList();
    }

    private static Differences between(Project before, Project after) {
        return Differences.between(before, after, after.environments().keySet());
    }

    private static <T> List<T> of() {
        return List.of();
    }
}
