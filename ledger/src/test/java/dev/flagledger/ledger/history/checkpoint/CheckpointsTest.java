package dev.flagledger.ledger.history.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.flagledger.ledger.history.Toy;
import dev.flagledger.ledger.history.ToyHistories;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A start from a checkpoint yields the same state as a fold of the whole log. */
class CheckpointsTest {

    private final ToyHistories toys = new ToyHistories();

    @AfterEach
    void close() {
        toys.close();
    }

    @Test
    void aStartFoldsOnlyTheEventsAfterTheLastCheckpoint() {
        var first = toys.start();
        toys.append(first, 25, 1);
        first.stop();
        toys.log().append(Toy.in(2, 1), Toy.in(0, 1));
        toys.folded().set(0);

        var second = toys.start();

        assertThat(toys.folded()).hasValue(2);
        assertThat(second.state()).isEqualTo(toys.fromScratch(27));
    }

    @Test
    void checkpointsOfOtherCodeAreIgnored() {
        var first = toys.start();
        toys.append(first, 25, 1);
        first.stop();
        toys.folded().set(0);

        var second = toys.start(Test.class, _ -> false);

        assertThat(toys.folded()).hasValue(25);
        assertThat(second.state()).isEqualTo(toys.fromScratch(25));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger.checkpoint_part set bytes = overlay(bytes placing '\\x00'::bytea from 20) where part = 1",
                "update ledger.checkpoint_part set bytes = ''",
                "update ledger.checkpoint_part set bytes = overlay(bytes placing '\\x00'::bytea from 20),"
                        + " hash = sha256(overlay(bytes placing '\\x00'::bytea from 20)) where part = 0",
                "delete from ledger.checkpoint_part where part = 1",
                "update ledger.checkpoint_part set part = 9 - part",
                "truncate ledger.checkpoint, ledger.checkpoint_part"
            })
    void aDamagedCheckpointIsNotRead(String damage) {
        var first = toys.start();
        toys.append(first, 25, 2);
        first.stop();
        toys.log().jdbc().sql(damage).update();

        var second = toys.start();

        assertThat(second.state()).isEqualTo(toys.fromScratch(25));
        toys.append(second, 25, 2);
        second.stop();
        assertThat(toys.start().state()).isEqualTo(toys.fromScratch(50));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anIntactPartWithoutMeaningIsNotRead(boolean unreadable) {
        var first = toys.start();
        toys.append(first, 25, 2);
        await().until(() -> toys.stored() > 0);
        first.stop();
        var table = toys.checkpoints(Toy.class).table();
        long last = table.newest(25).orElseThrow().position();
        long position = table.parts(Set.of(Parts.REST), last).getFirst().position();
        var part =
                unreadable ? unreadable(position) : toys.checkpoints(Toy.class).stored(Parts.REST, position, "no part");
        toys.log()
                .jdbc()
                .sql("update ledger.checkpoint_part set bytes = :bytes, hash = :hash"
                        + " where part = 0 and position = :position")
                .param("bytes", part.bytes())
                .param("hash", part.hash())
                .param("position", position)
                .update();
        toys.folded().set(0);

        assertThat(toys.start().state()).isEqualTo(toys.fromScratch(25));
        assertThat(toys.folded()).hasPositiveValue();
    }

    private StoredPart unreadable(long position) {
        var bytes = toys.wrapping().wrap(new byte[] {1, 1, 1}, Parts.REST + "@" + position);
        return new StoredPart(Parts.REST, position, bytes);
    }
}
