package dev.flagledger.ledger.log.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.UserEvent.UserLoggedIn;
import dev.flagledger.api.login.LoginWay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every reader sees every event once and in one order, whatever happens concurrently. */
class LogStorageTest {

    private static final LedgerEvent SLOW = new UserLoggedIn(1, LoginWay.EMAIL);
    private static final LedgerEvent FAST = new UserLoggedIn(2, LoginWay.EMAIL);

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
    void anAppendWaitsUntilAnEarlierOneHasCommitted() throws Exception {
        var slow = here.transactions().startTransaction();
        here.storage().appendEvents(TestLog.messages(SLOW));
        var fast = CompletableFuture.runAsync(() -> elsewhere.append(FAST));
        await().until(this::anAppendIsWaitingForTheLock);

        assertThat(elsewhere.log().rows(EventLog.BEGINNING, Long.MAX_VALUE)).isEmpty();
        assertThat(fast).isNotDone();

        slow.commit();
        fast.get(5, TimeUnit.SECONDS);
        assertThat(read(elsewhere, 2)).containsExactly(SLOW, FAST);
    }

    @Test
    void anAppendContinuesAfterAnEarlierOneIsRolledBack() throws Exception {
        var slow = here.transactions().startTransaction();
        here.storage().appendEvents(TestLog.messages(SLOW));
        var fast = CompletableFuture.runAsync(() -> elsewhere.append(FAST));
        await().until(this::anAppendIsWaitingForTheLock);
        slow.rollback();
        fast.get(5, TimeUnit.SECONDS);

        assertThat(read(elsewhere, 1)).containsExactly(FAST);
        assertThat(elsewhere.log().head()).isEqualTo(1);
    }

    @Test
    void concurrentAppendsOfTwoProcessesHaveOneOrder() throws Exception {
        try (var threads = Executors.newFixedThreadPool(10)) {
            var seenByOne = CompletableFuture.supplyAsync(() -> read(here, EVENTS), threads);
            var seenByOther = CompletableFuture.supplyAsync(() -> read(elsewhere, EVENTS), threads);
            IntStream.range(0, WRITERS)
                    .mapToObj(writer -> CompletableFuture.runAsync(
                            () -> appendSome(writer % 2 == 0 ? here : elsewhere, writer), threads))
                    .toList()
                    .forEach(CompletableFuture::join);

            assertThat(read(elsewhere, EVENTS))
                    .hasSize(EVENTS)
                    .doesNotHaveDuplicates()
                    .isEqualTo(seenByOne.get(10, TimeUnit.SECONDS))
                    .isEqualTo(seenByOther.get(10, TimeUnit.SECONDS));
        }
    }

    private static void appendSome(TestLog log, int writer) {
        for (int i = 0; i < APPENDS; i++) {
            int number = writer * 1_000 + i * 2;
            if (i % 3 == 0) {
                log.appendInVain(new UserLoggedIn(-1, LoginWay.EMAIL));
            }
            log.append(new UserLoggedIn(number, LoginWay.EMAIL), new UserLoggedIn(number + 1, LoginWay.EMAIL));
        }
    }

    /** Reads like a history until it has this many events. */
    private static List<Object> read(TestLog log, int count) {
        var events = new ArrayList<Object>();
        await().pollInterval(Duration.ofMillis(1)).until(() -> {
            for (var row : log.log().rows(events.size(), Long.MAX_VALUE)) {
                assertThat(row.position()).isEqualTo(events.size() + 1);
                events.add(row.event().event());
            }
            return events.size() >= count;
        });
        return events;
    }

    private boolean anAppendIsWaitingForTheLock() {
        return here.jdbc()
                .sql("select exists (select from pg_locks where locktype = 'advisory' and not granted)")
                .query(Boolean.class)
                .single();
    }
}
