package dev.flagledger.ledger.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WithheldProjectTest {

    private static final int POISON = 199;

    private final ToyHistories toys = new ToyHistories();

    @AfterEach
    void close() {
        toys.close();
    }

    @Test
    void anUnfoldableProjectIsWithheldAndTheOthersContinue() {
        var history = toys.start(Toy.class, number -> number == POISON);
        toys.log().append(Toy.in(1, 1), Toy.in(1, 99), Toy.in(2, 1), Toy.in(1, 2), Toy.in(0, 1));
        assertThat(history.await(5, ToyHistories.PATIENCE)).isTrue();

        assertThat(history.ready()).isTrue();
        assertThat(history.withheld()).containsOnlyKeys(1);
        assertThat(history.state().withheld()).containsExactly(1);
        assertThat(history.state().projects().get(2)).containsExactly(3L, 5L);

        history.stop();
        assertThat(toys.stored()).isZero();
        var mended = toys.start();
        assertThat(mended.withheld()).isEmpty();
        assertThat(mended.state()).isEqualTo(toys.fromScratch(5));
    }
}
