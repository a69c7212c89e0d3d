package dev.flagledger.ledger.history.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.flagledger.ledger.history.Toy;
import dev.flagledger.ledger.history.ToyHistories;
import dev.flagledger.ledger.history.checkpoint.CheckpointTable.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** No checkpoint contains data of an erased person. */
class CheckpointErasureTest {

    private final ToyHistories toys = new ToyHistories();

    @AfterEach
    void close() {
        toys.close();
    }

    @Test
    void aDeletedCheckpointIsStoredAgain() {
        var history = toys.start();
        toys.append(history, 25, 3);
        await().until(() -> toys.stored() > 0);
        toys.checkpoints(Toy.class).forgetBefore(20);
        toys.log().append(Toy.in(1, 1));
        assertThat(history.await(26, ToyHistories.PATIENCE)).isTrue();
        history.stop();
        toys.folded().set(0);

        assertThat(toys.start().state()).isEqualTo(toys.fromScratch(26));
        assertThat(toys.folded()).hasValue(0);
    }

    /** The state of a node that lags behind still contains an erased person. */
    @Test
    void aStateFromBeforeAnErasureIsNotStored() {
        var checkpoints = toys.checkpoints(Toy.class);
        var late = new Positioned<>(19, Toy.EMPTY);
        var parts = List.of(checkpoints.stored(Parts.REST, 19, Toy.EMPTY.rest()));
        assertThat(checkpoints.store(late, Optional.empty(), parts)).isEqualTo(Outcome.STORED);

        checkpoints.forgetBefore(20);

        assertThat(toys.stored()).isZero();
        assertThat(checkpoints.store(late, Optional.empty(), parts)).isEqualTo(Outcome.ERASED_SINCE);
        assertThat(toys.stored()).isZero();
        var now = new Positioned<>(20, Toy.EMPTY);
        assertThat(checkpoints.store(now, Optional.empty(), List.of())).isEqualTo(Outcome.STORED);
        checkpoints.forgetBefore(20);
        assertThat(toys.stored()).isEqualTo(1);
    }

    @RepeatedTest(5)
    void aStoreDuringAnErasureLeavesNothing() {
        var late = new Positioned<>(19, Toy.EMPTY);
        var parts = List.of(toys.checkpoints(Toy.class).stored(Parts.REST, 19, Toy.EMPTY.rest()));
        var knows = toys.checkpoints(Toy.class);
        var lags = toys.checkpoints(Toy.class);
        var together = new CyclicBarrier(2);
        var erasure = CompletableFuture.runAsync(() -> {
            meet(together);
            knows.forgetBefore(20);
        });
        meet(together);
        lags.store(late, Optional.empty(), parts);
        erasure.join();

        assertThat(toys.stored()).isZero();
        assertThat(toys.floor()).isEqualTo(20);
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(ToyHistories.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }
}
