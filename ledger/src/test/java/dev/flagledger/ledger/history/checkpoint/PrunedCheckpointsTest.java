package dev.flagledger.ledger.history.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.ledger.history.Toy;
import dev.flagledger.ledger.history.ToyHistories;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** No state of before a pruning remains. */
class PrunedCheckpointsTest {

    private final ToyHistories toys = new ToyHistories();

    /** Three states, the second of which is the same as the first. */
    @BeforeEach
    void store() {
        store(10, Optional.empty(), true);
        store(20, Optional.of(10L), false);
        store(30, Optional.of(20L), true);
    }

    @AfterEach
    void close() {
        toys.close();
    }

    private void store(long position, Optional<Long> base, boolean changed) {
        var checkpoints = toys.checkpoints(Toy.class);
        var part = checkpoints.stored(Parts.REST, position, Toy.EMPTY.rest());
        checkpoints.store(new Positioned<>(position, Toy.EMPTY), base, changed ? List.of(part) : List.of());
    }

    @Test
    void whatALaterStateUsesStays() {
        delete(20);

        assertThat(positions("checkpoint")).containsExactly(20L, 30L);
        assertThat(positions("checkpoint_part")).containsExactly(10L, 30L);
        assertThat(toys.checkpoints(Toy.class).table().parts(Set.of(Parts.REST), 20))
                .hasSize(1);
    }

    @Test
    void whatNoneUsesIsDeleted() {
        toys.log()
                .jdbc()
                .sql(
                        "insert into ledger.checkpoint_part select code, 7, 20, bytes, hash from ledger.checkpoint_part limit 1")
                .update();

        delete(21);

        assertThat(positions("checkpoint")).containsExactly(30L);
        assertThat(positions("checkpoint_part"))
                .as("not even the part of a project that has been deleted")
                .containsExactly(30L);
    }

    private void delete(long before) {
        PrunedCheckpoints.delete(
                toys.log().jdbc(),
                new TransactionTemplate(new JdbcTransactionManager(toys.log().pool())),
                before);
    }

    private List<@Nullable Long> positions(String table) {
        return toys.log()
                .jdbc()
                .sql("select position from ledger." + table + " order by position")
                .query(Long.class)
                .list();
    }
}
