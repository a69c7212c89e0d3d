package dev.flagledger.ledger.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.UserEvent.UserLoggedIn;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** That every reader sees every event once and in one order, whatever the appenders do. */
class LogStorageTest {

    private static final LedgerEvent SLOW = new UserLoggedIn(1);
    private static final LedgerEvent FAST = new UserLoggedIn(2);

    private static final int WRITERS = 8;
    private static final int APPENDS = 20;
    private static final int EVENTS = WRITERS * APPENDS * 2;

    private final TestLog here = TestLog.fresh();
    private final TestLog elsewhere = here.elsewhere();

    @AfterEach
    void close() {
        here.close();
        elsewhere.close();
    }

    @Test
    void aFastAppenderWaitsUntilASlowOneHasCommitted() throws Exception {
        try (var reader = elsewhere.follow(EventLog.BEGINNING)) {
            var slow = here.transactions().startTransaction();
            here.storage().appendEvents(TestLog.messages(SLOW));
            var fast = CompletableFuture.runAsync(() -> elsewhere.append(FAST));
            await().until(this::somebodyWaitsForTheLock);

            assertThat(reader.hasNextAvailable()).isFalse();
            assertThat(fast).isNotDone();

            slow.commit();
            fast.get(5, TimeUnit.SECONDS);
            assertThat(read(reader, 2)).containsExactly(SLOW, FAST);
        }
    }

    @Test
    void aFastAppenderGoesOnWhenASlowOneHasGivenUp() throws Exception {
        var slow = here.transactions().startTransaction();
        here.storage().appendEvents(TestLog.messages(SLOW));
        var fast = CompletableFuture.runAsync(() -> elsewhere.append(FAST));
        await().until(this::somebodyWaitsForTheLock);
        slow.rollback();
        fast.get(5, TimeUnit.SECONDS);

        try (var reader = elsewhere.follow(EventLog.BEGINNING)) {
            assertThat(read(reader, 1)).containsExactly(FAST);
            assertThat(elsewhere.log().head()).isEqualTo(1);
        }
    }

    @Test
    void manyAppendersInTwoProcessesMakeOneOrderForAll() throws Exception {
        try (var threads = Executors.newFixedThreadPool(10);
                var one = here.follow(EventLog.BEGINNING);
                var other = elsewhere.follow(EventLog.BEGINNING)) {
            var seenByOne = CompletableFuture.supplyAsync(() -> read(one, EVENTS), threads);
            var seenByOther = CompletableFuture.supplyAsync(() -> read(other, EVENTS), threads);
            IntStream.range(0, WRITERS)
                    .mapToObj(writer -> CompletableFuture.runAsync(
                            () -> appendSome(writer % 2 == 0 ? here : elsewhere, writer), threads))
                    .toList()
                    .forEach(CompletableFuture::join);

            try (var late = elsewhere.log().between(EventLog.BEGINNING, Long.MAX_VALUE)) {
                assertThat(late.map(Recorded::event).toList())
                        .hasSize(EVENTS)
                        .doesNotHaveDuplicates()
                        .isEqualTo(seenByOne.get(10, TimeUnit.SECONDS))
                        .isEqualTo(seenByOther.get(10, TimeUnit.SECONDS));
            }
        }
    }

    private static void appendSome(TestLog log, int writer) {
        for (int i = 0; i < APPENDS; i++) {
            int number = writer * 1_000 + i * 2;
            if (i % 3 == 0) {
                log.appendInVain(new UserLoggedIn(-1));
            }
            log.append(new UserLoggedIn(number), new UserLoggedIn(number + 1));
        }
    }

    private static List<Object> read(BlockingStream<TrackedEventMessage<?>> reader, int count) {
        var events = new ArrayList<Object>();
        long last = EventLog.BEGINNING;
        try {
            while (events.size() < count && reader.hasNextAvailable(5, TimeUnit.SECONDS)) {
                var recorded = EventLog.recorded(reader.nextAvailable());
                assertThat(recorded.position()).isEqualTo(last + 1);
                last = recorded.position();
                events.add(recorded.event());
            }
            return events;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean somebodyWaitsForTheLock() {
        return here.jdbc()
                .sql("select exists (select from pg_locks where locktype = 'advisory' and not granted)")
                .query(Boolean.class)
                .single();
    }
}
