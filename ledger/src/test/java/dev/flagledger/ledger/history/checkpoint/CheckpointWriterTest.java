package dev.flagledger.ledger.history.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import dev.flagledger.ledger.history.Toy;
import dev.flagledger.ledger.history.ToyHistories;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The times at which checkpoints are written. */
class CheckpointWriterTest {

    private final ToyHistories toys = new ToyHistories();

    @AfterEach
    void close() {
        toys.close();
    }

    @Test
    void aWriterCanBeStoppedBeforeItsStart() {
        var writer = new CheckpointWriter<>(
                toys.checkpoints(Toy.class), () -> new Positioned<>(0, Toy.EMPTY), ToyHistories.INTERVAL);

        assertThatCode(writer::stop).doesNotThrowAnyException();
    }

    /** As during a start far before an erasure: a discarded checkpoint costs as much as a stored one. */
    @Test
    void aNodeBehindAnErasureTriesNoMoreOftenThanUsual() {
        var cuts = new AtomicInteger();
        var parts = new Toy.Cut(Toy.class) {
            @Override
            public Map<Integer, Object> cut(Toy state, Set<Integer> wanted) {
                cuts.incrementAndGet();
                return super.cut(state, wanted);
            }
        };
        var position = new AtomicLong(ToyHistories.INTERVAL);
        var writer = new CheckpointWriter<>(
                toys.checkpoints(parts), () -> new Positioned<>(position.get(), Toy.EMPTY), ToyHistories.INTERVAL);
        toys.checkpoints(Toy.class).forgetBefore(1_000);
        writer.start(new Positioned<>(0, Toy.EMPTY));
        try {
            await().until(() -> cuts.get() > 0);
            for (long erasure = 1_001; erasure < 1_004; erasure++) {
                makeRound(writer, erasure);
            }
            assertThat(cuts).hasValue(1);

            position.set(2 * ToyHistories.INTERVAL);
            writer.check();

            await().until(() -> cuts.get() > 1);
        } finally {
            writer.stop();
        }
    }

    private void makeRound(CheckpointWriter<Toy> writer, long erasure) {
        writer.forgetBefore(erasure);
        await().until(() -> toys.floor() == erasure);
    }
}
