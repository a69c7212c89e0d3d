package dev.flagledger.ledger.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pcollections.TreePVector;

/** The state at a position equals a fold of the log up to it. */
class PastStatesTest {

    private final ToyHistories toys = new ToyHistories();

    @AfterEach
    void close() {
        toys.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void aProjectIsReadAsOfAnyPosition(long seed) {
        var history = toys.start();
        var elsewhere = toys.start();
        var random = new Random(seed);
        for (int round = 0; round < 8; round++) {
            toys.append(round % 3 == 0 ? elsewhere : history, 1 + random.nextInt(30), random.nextLong());
            await().until(() -> toys.stored() > 0);
        }
        long head = toys.log().log().head();
        history.stop();
        var late = toys.start();
        for (long position = 0; position <= head; position++) {
            var whole = toys.fromScratch(position);
            assertThat(late.at(position).state()).isEqualTo(whole);
            for (int project = 1; project < 4; project++) {
                var alone = late.asOf(project, position);
                assertThat(alone.position()).isEqualTo(position);
                assertThat(alone.state().rest()).isEqualTo(whole.rest());
                assertThat(alone.state().projects().getOrDefault(project, TreePVector.empty()))
                        .isEqualTo(whole.projects().getOrDefault(project, TreePVector.empty()));
            }
        }
        assertThat(elsewhere.await(head, ToyHistories.PATIENCE)).isTrue();
        assertThat(elsewhere.state()).isEqualTo(late.state());
    }

    @Test
    void anInstantIsThePositionOfTheLastEventUpToIt() {
        var history = toys.start();
        toys.append(history, 3, 4);
        var times = toys.log()
                .jdbc()
                .sql("select recorded_at from ledger.event order by position")
                .query((row, _) -> row.getTimestamp(1).toInstant())
                .list();

        assertThat(history.asOf(1, times.getLast()).position()).isEqualTo(3);
        assertThat(history.asOf(1, times.getFirst().minusNanos(1_000)).position())
                .isZero();
        assertThat(history.asOf(1, Instant.now()).position()).isEqualTo(3);
    }
}
