package dev.flagledger.ledger.history.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.flagledger.ledger.history.Toy;
import dev.flagledger.ledger.history.ToyHistories;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Deletion of checkpoints and their parts. */
class CheckpointRemovalTest {

    private final ToyHistories toys = new ToyHistories();

    @AfterEach
    void close() {
        toys.close();
    }

    @Test
    void aDeletedBaseLeavesNoOutdatedPart() {
        var history = toys.start();
        toys.append(history, 25, 3);
        await().until(() -> toys.stored() > 0);
        toys.append(history, 25, 4);
        history.stop();
        var table = toys.checkpoints(Toy.class).table();
        long last = table.newest(50).orElseThrow().position();
        assertThat(table.parts(Set.of(Parts.REST), last)).isNotEmpty();

        toys.checkpoints(Toy.class).removal().delete(last);

        assertThat(table.newest(last)).isPresent();
        assertThat(table.parts(Set.of(Parts.REST), last)).isEmpty();
    }

    @Test
    void checkpointsOfOtherVersionsExpire() {
        var first = toys.start(Test.class, _ -> false);
        toys.append(first, 25, 3);
        first.stop();
        assertThat(codes()).isEqualTo(1);

        var second = toys.start();
        toys.append(second, 25, 3);
        second.stop();
        assertThat(codes()).isEqualTo(2);
        toys.log()
                .jdbc()
                .sql("update ledger.checkpoint set stored_at = now() - interval '8 days'")
                .update();

        var third = toys.start();
        toys.append(third, 25, 3);
        third.stop();

        assertThat(codes()).isEqualTo(1);
        assertThat(toys.log()
                        .jdbc()
                        .sql("select count(distinct code) from ledger.checkpoint_part")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private int codes() {
        return toys.log()
                .jdbc()
                .sql("select count(distinct code) from ledger.checkpoint")
                .query(Integer.class)
                .single();
    }
}
