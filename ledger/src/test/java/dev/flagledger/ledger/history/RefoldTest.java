package dev.flagledger.ledger.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.flagledger.ledger.history.checkpoint.Parts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pcollections.HashTreePMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/** The state compared with a fold of the log from its beginning. */
class RefoldTest {

    private final ToyHistories toys = new ToyHistories();

    @AfterEach
    void close() {
        toys.close();
    }

    @Test
    void aStateThatWasFoldedFromACheckpointIsThatOfTheLog() {
        var first = toys.start();
        toys.append(first, 40, 1);
        await().until(() -> toys.stored() > 0);
        first.stop();
        var history = toys.start();
        toys.append(history, 5, 2);
        int before = toys.folded().get();

        assertThat(history.refolded()).isEqualTo(new Refold(toys.log().log().head(), Set.of()));
        assertThat(toys.folded().get() - before).isEqualTo(45);
    }

    @Test
    void theProjectsThatDifferAreNamed() {
        var live = toy(1, 1, 2);
        var folded = toy(1, 1, 3);

        assertThat(Refold.of(9, live, live, parts()).differing()).isEmpty();
        assertThat(Refold.of(9, live, folded, parts()).differing()).containsExactly(2, 3);
        assertThat(Refold.of(9, live, toy(5, 1, 2), parts()).differing()).containsExactly(Parts.REST);
        assertThat(Refold.of(9, live, folded, Optional.<Parts<Toy>>empty()).differing())
                .containsExactly(Parts.REST);
    }

    /** A state with an event of no project, and one of each of two projects. */
    private static Toy toy(long rest, int one, int other) {
        var projects = HashTreePMap.<Integer, PVector<Long>>empty()
                .plus(one, TreePVector.singleton(7L))
                .plus(other, TreePVector.singleton(8L));
        return new Toy(TreePVector.singleton(rest), projects, List.of());
    }

    private static Optional<Parts<Toy>> parts() {
        return Optional.of(new Toy.Cut(Toy.class));
    }
}
