package dev.flagledger.command.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.command.access.AccessGame.Move;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;

/**
 * A random play of members and API keys who grant, withdraw, group, give roles, tag, promote, leave and come back: after each
 * move, everybody may do exactly what {@link AccessRules} say, and a command that they forbid is refused.
 */
class AccessPropertiesTest {

    @Property(tries = 15)
    void everybodyMayDoWhatTheRulesSay(@ForAll("moves") List<Move> moves) {
        var game = new AccessGame();
        for (var move : moves) {
            if (game.make(move)) {
                assertThat(game.differences()).as("after %s", move).isEmpty();
            }
        }
    }

    @Provide
    Arbitrary<List<Move>> moves() {
        var picks = upTo(1_000);
        return Combinators.combine(upTo(AccessGame.MOVES - 1), picks, picks, picks, Arbitraries.of(true, false))
                .as(Move::new)
                .list()
                .ofMinSize(70)
                .ofMaxSize(80);
    }

    private static Arbitrary<Integer> upTo(int max) {
        return Arbitraries.integers().between(0, max).withDistribution(RandomDistribution.uniform());
    }
}
