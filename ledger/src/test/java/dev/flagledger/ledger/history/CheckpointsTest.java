package dev.flagledger.ledger.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import dev.flagledger.ledger.history.CheckpointTable.Outcome;
import dev.flagledger.ledger.log.TestLog;
import dev.flagledger.ledger.secret.InstallationKey;
import dev.flagledger.ledger.secret.InstallationSecret;
import dev.flagledger.ledger.secret.Wrapping;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pcollections.TreePVector;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A state comes from a checkpoint and the events after it, and is what a fold of the whole log would be. */
class CheckpointsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int INTERVAL = 10;
    private static final int POISON = 199;

    private final TestLog log = TestLog.fresh(Toy::contextOf);
    private final AtomicInteger folded = new AtomicInteger();
    private final List<History<Toy>> started = new ArrayList<>();

    @AfterEach
    void close() {
        started.forEach(History::stop);
        log.close();
    }

    @Test
    void aStartFoldsOnlyWhatCameAfterTheLastCheckpoint() {
        var first = start();
        append(first, 25, 1);
        first.stop();
        log.append(Toy.in(2, 1), Toy.in(0, 1));
        folded.set(0);

        var second = start();

        assertThat(folded).hasValue(2);
        assertThat(second.state()).isEqualTo(fromScratch(27));
    }

    @Test
    void whatOtherCodeWroteIsThrownAway() {
        var first = start();
        append(first, 25, 1);
        first.stop();
        folded.set(0);

        var second = start(Test.class, _ -> false);

        assertThat(folded).hasValue(25);
        assertThat(second.state()).isEqualTo(fromScratch(25));
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
    void whatIsNotWhatWasStoredIsNotRead(String damage) {
        var first = start();
        append(first, 25, 2);
        first.stop();
        log.jdbc().sql(damage).update();

        var second = start();

        assertThat(second.state()).isEqualTo(fromScratch(25));
        append(second, 25, 2);
        second.stop();
        assertThat(start().state()).isEqualTo(fromScratch(50));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsWholeButNoPartIsNotRead(boolean unreadable) {
        var first = start();
        append(first, 25, 2);
        await().until(() -> stored() > 0);
        first.stop();
        var table = checkpoints(Toy.class).table();
        long last = table.newest(25).orElseThrow().position();
        long position = table.parts(Set.of(Parts.REST), last).getFirst().position();
        var part = unreadable ? unreadable(position) : checkpoints(Toy.class).stored(Parts.REST, position, "no part");
        log.jdbc()
                .sql("update ledger.checkpoint_part set bytes = :bytes, hash = :hash"
                        + " where part = 0 and position = :position")
                .param("bytes", part.bytes())
                .param("hash", part.hash())
                .param("position", position)
                .update();
        folded.set(0);

        assertThat(start().state()).isEqualTo(fromScratch(25));
        assertThat(folded).hasPositiveValue();
    }

    private StoredPart unreadable(long position) {
        var bytes = wrapping().wrap(new byte[] {1, 1, 1}, Parts.REST + "@" + position);
        return new StoredPart(Parts.REST, position, bytes);
    }

    @Test
    void onesThatAreGoneMeanwhileLeaveNoOlderPart() {
        var history = start();
        append(history, 25, 3);
        await().until(() -> stored() > 0);
        append(history, 25, 4);
        history.stop();
        var table = checkpoints(Toy.class).table();
        long last = table.newest(50).orElseThrow().position();
        assertThat(table.parts(Set.of(Parts.REST), last)).isNotEmpty();

        checkpoints(Toy.class).removal().delete(last);

        assertThat(table.newest(last)).isPresent();
        assertThat(table.parts(Set.of(Parts.REST), last)).isEmpty();
    }

    @Test
    void aWriterThatNeverBeganCanBeStopped() {
        var writer = new CheckpointWriter<>(checkpoints(Toy.class), () -> new At<>(0, Toy.EMPTY), INTERVAL);

        assertThatCode(writer::stop).doesNotThrowAnyException();
    }

    @Test
    void whatIsDeletedMeanwhileIsStoredAgain() {
        var history = start();
        append(history, 25, 3);
        await().until(() -> stored() > 0);
        checkpoints(Toy.class).forgetBefore(20);
        log.append(Toy.in(1, 1));
        assertThat(history.await(26, PATIENCE)).isTrue();
        history.stop();
        folded.set(0);

        assertThat(start().state()).isEqualTo(fromScratch(26));
        assertThat(folded).hasValue(0);
    }

    @Test
    void whatFormerCodeWroteGoesOnceItIsOld() {
        var first = start(Test.class, _ -> false);
        append(first, 25, 3);
        first.stop();
        assertThat(codes()).isEqualTo(1);

        var second = start();
        append(second, 25, 3);
        second.stop();
        assertThat(codes()).isEqualTo(2);
        log.jdbc()
                .sql("update ledger.checkpoint set stored_at = now() - interval '8 days'")
                .update();

        var third = start();
        append(third, 25, 3);
        third.stop();

        assertThat(codes()).isEqualTo(1);
        assertThat(log.jdbc()
                        .sql("select count(distinct code) from ledger.checkpoint_part")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private int codes() {
        return log.jdbc()
                .sql("select count(distinct code) from ledger.checkpoint")
                .query(Integer.class)
                .single();
    }

    /** A node that lags behind does not know yet that somebody was erased, whom its state still shows. */
    @Test
    void noStateFromBeforeAnErasureIsStoredAfterIt() {
        var checkpoints = checkpoints(Toy.class);
        var late = new At<>(19, Toy.EMPTY);
        var parts = List.of(checkpoints.stored(Parts.REST, 19, Toy.EMPTY.rest()));
        assertThat(checkpoints.store(late, Optional.empty(), parts)).isEqualTo(Outcome.STORED);

        checkpoints.forgetBefore(20);

        assertThat(stored()).isZero();
        assertThat(checkpoints.store(late, Optional.empty(), parts)).isEqualTo(Outcome.ERASED_SINCE);
        assertThat(stored()).isZero();
        var now = new At<>(20, Toy.EMPTY);
        assertThat(checkpoints.store(now, Optional.empty(), List.of())).isEqualTo(Outcome.STORED);
        checkpoints.forgetBefore(20);
        assertThat(stored()).isEqualTo(1);
    }

    /** As one that starts does while the erasure is far ahead: what it makes in vain costs as much as what is stored. */
    @Test
    void aNodeThatLagsBehindAnErasureTriesNoMoreOftenThanUsual() {
        var cuts = new AtomicInteger();
        var parts = new Toy.Cut(Toy.class) {
            @Override
            public Map<Integer, Object> cut(Toy state, Set<Integer> wanted) {
                cuts.incrementAndGet();
                return super.cut(state, wanted);
            }
        };
        var position = new AtomicLong(INTERVAL);
        var writer = new CheckpointWriter<>(checkpoints(parts), () -> new At<>(position.get(), Toy.EMPTY), INTERVAL);
        checkpoints(Toy.class).forgetBefore(1_000);
        writer.start(new At<>(0, Toy.EMPTY));
        try {
            await().until(() -> cuts.get() > 0);
            for (long erasure = 1_001; erasure < 1_004; erasure++) {
                makeRound(writer, erasure);
            }
            assertThat(cuts).hasValue(1);

            position.set(2 * INTERVAL);
            writer.look();

            await().until(() -> cuts.get() > 1);
        } finally {
            writer.stop();
        }
    }

    private void makeRound(CheckpointWriter<Toy> writer, long erasure) {
        writer.forgetBefore(erasure);
        await().until(() -> floor() == erasure);
    }

    private long floor() {
        return log.jdbc()
                .sql("select position from ledger.checkpoint_floor")
                .query(Long.class)
                .single();
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    @RepeatedTest(5)
    void whoStoresWhileSomebodyIsErasedLeavesNothing() {
        var late = new At<>(19, Toy.EMPTY);
        var parts = List.of(checkpoints(Toy.class).stored(Parts.REST, 19, Toy.EMPTY.rest()));
        var knows = checkpoints(Toy.class);
        var lags = checkpoints(Toy.class);
        var together = new CyclicBarrier(2);
        var erasure = CompletableFuture.runAsync(() -> {
            meet(together);
            knows.forgetBefore(20);
        });
        meet(together);
        lags.store(late, Optional.empty(), parts);
        erasure.join();

        assertThat(stored()).isZero();
        assertThat(floor()).isEqualTo(20);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void aProjectCanBeHadAsOfAnyPosition(long seed) {
        var history = start();
        var elsewhere = start();
        var random = new Random(seed);
        for (int round = 0; round < 8; round++) {
            append(round % 3 == 0 ? elsewhere : history, 1 + random.nextInt(30), random.nextLong());
            await().until(() -> stored() > 0);
        }
        long head = log.log().head();
        history.stop();
        var late = start();
        for (long position = 0; position <= head; position++) {
            var whole = fromScratch(position);
            assertThat(late.at(position).state()).isEqualTo(whole);
            for (int project = 1; project < 4; project++) {
                var alone = late.asOf(project, position);
                assertThat(alone.position()).isEqualTo(position);
                assertThat(alone.state().rest()).isEqualTo(whole.rest());
                assertThat(alone.state().projects().getOrDefault(project, TreePVector.empty()))
                        .isEqualTo(whole.projects().getOrDefault(project, TreePVector.empty()));
            }
        }
        assertThat(elsewhere.await(head, PATIENCE)).isTrue();
        assertThat(elsewhere.state()).isEqualTo(late.state());
    }

    @Test
    void anInstantIsThePositionOfTheLastEventUpToIt() {
        var history = start();
        append(history, 3, 4);
        var times = log.jdbc()
                .sql("select recorded_at from ledger.event order by position")
                .query((row, _) -> row.getTimestamp(1).toInstant())
                .list();

        assertThat(history.asOf(1, times.getLast()).position()).isEqualTo(3);
        assertThat(history.asOf(1, times.getFirst().minusNanos(1_000)).position())
                .isZero();
        assertThat(history.asOf(1, Instant.now()).position()).isEqualTo(3);
    }

    @Test
    void aProjectThatCannotBeFoldedIsWithheldAndAllOthersGoOn() {
        var history = start(Toy.class, number -> number == POISON);
        log.append(Toy.in(1, 1), Toy.in(1, 99), Toy.in(2, 1), Toy.in(1, 2), Toy.in(0, 1));
        assertThat(history.await(5, PATIENCE)).isTrue();

        assertThat(history.ready()).isTrue();
        assertThat(history.withheld()).containsOnlyKeys(1);
        assertThat(history.state().withheld()).containsExactly(1);
        assertThat(history.state().projects().get(2)).containsExactly(3L, 5L);

        history.stop();
        assertThat(stored()).isZero();
        var mended = start();
        assertThat(mended.withheld()).isEmpty();
        assertThat(mended.state()).isEqualTo(fromScratch(5));
    }

    /** Hands over at random what another process would have to read. */
    private void append(History<Toy> history, int many, long seed) {
        var random = new Random(seed);
        for (int event = 0; event < many; event++) {
            log.append(Toy.in(random.nextInt(4), 1));
        }
        assertThat(history.await(log.log().head(), PATIENCE)).isTrue();
    }

    private int stored() {
        return log.jdbc()
                .sql("select count(*) from ledger.checkpoint")
                .query(Integer.class)
                .single();
    }

    private History<Toy> start() {
        return start(Toy.class, _ -> false);
    }

    private History<Toy> start(Class<?> code, IntPredicate unfoldable) {
        var history = new History<>(
                log.log(),
                Toy.EMPTY,
                (state, event) -> {
                    folded.incrementAndGet();
                    return state.evolve(event, unfoldable);
                },
                checkpoints(code),
                INTERVAL);
        started.add(history);
        history.start();
        await().until(history::ready);
        return history;
    }

    private Checkpoints<Toy> checkpoints(Class<?> code) {
        return checkpoints(new Toy.Cut(code));
    }

    private Checkpoints<Toy> checkpoints(Parts<Toy> parts) {
        var transactions = new TransactionTemplate(new JdbcTransactionManager(log.pool()));
        return new Checkpoints<>(Toy.EMPTY, parts, log.jdbc(), transactions, wrapping());
    }

    private Wrapping wrapping() {
        return new Wrapping(new InstallationKey(log.jdbc(), new InstallationSecret(log.jdbc(), ""), ""), "checkpoints");
    }

    private Toy fromScratch(long position) {
        var state = Toy.EMPTY;
        for (var row : log.log().rows(0, position)) {
            state = state.evolve(row.event(), _ -> false);
        }
        return state;
    }
}
