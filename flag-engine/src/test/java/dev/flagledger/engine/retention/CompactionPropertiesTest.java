package dev.flagledger.engine.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.RecordedEvent;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Play;
import dev.flagledger.engine.Plays;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.change.EventScopes;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.InstallationParts;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Whatever happened and wherever the horizon is, what is left of the log tells the same of everything after it. Few plays end features with
 * overrides that were changed, and edge cases are short plays, so there are more tries, without these.
 */
class CompactionPropertiesTest {

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void whatIsLeftReachesTheStatesFromTheHorizonOn(
            @ForAll(supplier = Plays.class) Play play, @ForAll int horizon, @ForAll int later, @ForAll int killed) {
        var history = play.history();
        int upTo = history.cut(horizon);
        var left = Rest.of(history, upTo, events(history, upTo));
        int size = history.events().size();
        int asOf = history.cut(later, upTo);

        for (int position : List.of(upTo, asOf, size)) {
            assertSame(fold(history, position, left), fold(history, position, Rest.ALL));
        }
        // A run that was killed has removed the later ones.
        assertSame(fold(history, size, left.from(history.cut(killed))), history.state());
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void aSecondRunFindsWhatWasSupersededSince(
            @ForAll(supplier = Plays.class) Play play, @ForAll int first, @ForAll int second) {
        var history = play.history();
        int upTo = history.cut(first);
        int further = history.cut(second, upTo);
        var left = Rest.of(history, upTo, events(history, upTo));
        var again = Rest.of(
                history,
                further,
                reader -> events(history, further)
                        .read((event, project) -> left.of(event).ifPresent(rest -> reader.accept(rest, project))));

        assertSame(
                fold(history.events().stream().flatMap(event -> left.of(event).flatMap(again::of).stream())),
                history.state());
    }

    static Compaction.Events events(History history, int upTo) {
        return reader -> {
            var state = Installation.EMPTY;
            for (var event : history.events().subList(0, upTo)) {
                var scope = EventScopes.of(state, event.event());
                if (Integer.valueOf(Shop.ORGANISATION).equals(scope.organisationId())) {
                    reader.accept(event, scope.projectId());
                }
                state = state.evolve(event);
            }
        };
    }

    private static Installation fold(History history, int upTo, Rest left) {
        return fold(history.events().subList(0, upTo).stream().flatMap(event -> left.of(event).stream()));
    }

    /** Folds the streams of identities as well. */
    private static Installation fold(Stream<RecordedEvent> events) {
        var rest = events.toList();
        var streams = new OverrideStreams();
        rest.forEach(event -> streams.add(event.event()));
        return History.fold(Installation.EMPTY, rest);
    }

    private static void assertSame(Installation lean, Installation whole) {
        var parts = InstallationParts.of(whole);
        assertThat(InstallationParts.of(lean)).isEqualTo(parts);
        assertThat(InstallationParts.cut(lean, parts)).isEqualTo(InstallationParts.cut(whole, parts));
    }
}
