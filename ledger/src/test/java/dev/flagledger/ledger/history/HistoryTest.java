package dev.flagledger.ledger.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.UserEvent.UserLoggedIn;
import dev.flagledger.api.event.UserEvent.UserLoggedOut;
import dev.flagledger.api.login.LoginWay;
import dev.flagledger.ledger.Ledger;
import dev.flagledger.ledger.history.checkpoint.Positioned;
import dev.flagledger.ledger.log.Recorded;
import dev.flagledger.ledger.log.store.EventLog;
import dev.flagledger.ledger.log.store.LogRow;
import dev.flagledger.ledger.log.store.TestLog;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class HistoryTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final LedgerEvent ONE = new UserLoggedIn(1, LoginWay.EMAIL);
    private static final LedgerEvent TWO = new UserLoggedIn(2, LoginWay.EMAIL);
    private static final LedgerEvent THREE = new UserLoggedIn(3, LoginWay.EMAIL);
    private static final LedgerEvent UNFOLDABLE = new UserLoggedOut(1);

    private final TestLog log = TestLog.fresh();
    private final History<List<Object>> fold = new History<>(log.log(), List.of(), HistoryTest::fold);

    private final ListAppender<ILoggingEvent> said = new ListAppender<>();

    @BeforeEach
    void listen() {
        said.start();
        logger().addAppender(said);
    }

    @AfterEach
    void close() {
        logger().detachAppender(said);
        fold.stop();
        log.close();
    }

    @Test
    void itIsReadyOnceItHasCaughtUp() {
        log.append(ONE, TWO);
        assertThat(fold.ready()).isFalse();

        fold.start();

        await().until(fold::ready);
        assertThat(fold.at()).isEqualTo(new Positioned<>(2, List.of(ONE, TWO)));
        assertThat(fold.state()).isEqualTo(List.of(ONE, TWO));
    }

    @Test
    void anEmptyLogIsCaughtUpAtOnce() {
        fold.start();

        assertThat(fold.ready()).isTrue();
        assertThat(fold.state()).isEmpty();
    }

    @Test
    void anAwaitedPositionIsIncluded() {
        fold.start();
        log.append(ONE);
        log.appendInVain(TWO);
        log.append(THREE);

        assertThat(fold.await(2, PATIENCE)).isTrue();
        assertThat(fold.state()).containsExactly(ONE, THREE);
    }

    @Test
    void eventsHandedOverAreFoldedInOrderAndOnce() {
        log.append(ONE, TWO, THREE);
        var events = recorded(EventLog.BEGINNING, 3);
        fold.start();
        assertThat(fold.await(3, PATIENCE)).isTrue();
        fold.take(events);
        log.append(TWO, ONE);
        var later = recorded(3, 5);

        fold.take(List.of(later.getLast()));
        fold.take(List.of(later.getFirst()));

        assertThat(fold.at()).isEqualTo(new Positioned<>(5, List.of(ONE, TWO, THREE, TWO, ONE)));
    }

    @Test
    void aWaiterIsWokenByItsEvent() throws Exception {
        fold.start();
        var waiter = CompletableFuture.supplyAsync(() -> fold.await(2, Duration.ofMinutes(10)));
        log.append(ONE);
        log.append(TWO);

        assertThat(waiter.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aWaitTimesOut() {
        fold.start();

        assertThat(fold.await(1, Duration.ofMillis(1))).isFalse();
        assertThat(fold.await(0, Duration.ZERO)).isTrue();
    }

    @Test
    void theStateAtTheHeadIsComputedWithoutWaiting() {
        log.append(ONE);
        fold.start();
        assertThat(fold.await(log.log().head(), PATIENCE)).isTrue();
        fold.stop();
        try (var another = log.elsewhere()) {
            another.append(TWO);
        }

        assertThat(fold.stateAtHead()).containsExactly(ONE, TWO);
        assertThat(fold.state()).containsExactly(ONE);
    }

    /** Events that were read for the fold lack the names of actors. */
    @Test
    void anEventReadFromTheLogIsNotAmongTheRecentEvents() {
        fold.start();
        try (var another = log.elsewhere()) {
            another.append(ONE);
        }

        assertThat(fold.await(1, PATIENCE)).isTrue();
        assertThat(fold.recentEvent(1)).isEmpty();
    }

    @Test
    void anUnfoldableEventStopsItForGood() throws Exception {
        fold.start();
        var waiter = CompletableFuture.supplyAsync(() -> fold.await(3, Duration.ofMinutes(10)));
        log.append(ONE, UNFOLDABLE, THREE);

        assertThat(waiter.get(10, TimeUnit.SECONDS)).isFalse();
        assertThat(fold.ready()).isFalse();
        assertThat(fold.isRunning()).isFalse();
        assertThat(fold.state()).containsExactly(ONE);
        assertThat(said(Level.ERROR)).isTrue();
    }

    /** Also if the event arrives while the log is being followed. */
    @Test
    void anUnknownEventStopsItForGood() {
        fold.start();
        for (var event : List.of(ONE, TWO, THREE)) {
            log.append(event);
            assertThat(fold.await(log.log().head(), PATIENCE)).isTrue();
        }
        log.appendUnknown();
        log.append(ONE);

        await().until(() -> !fold.isRunning());
        assertThat(fold.ready()).isFalse();
        assertThat(fold.state()).containsExactly(ONE, TWO, THREE);
    }

    @Test
    void anUnreadableLogIsRetried() {
        fold.start();
        log.append(ONE);
        assertThat(fold.await(1, PATIENCE)).isTrue();
        log.jdbc().sql("alter table ledger.event rename to away").update();
        await().until(() -> said(Level.WARN));
        log.jdbc().sql("alter table ledger.away rename to event").update();
        log.append(TWO);

        assertThat(fold.await(2, PATIENCE)).isTrue();
        assertThat(fold.ready()).isTrue();
    }

    @Test
    void itContinuesWhereItStopped() {
        fold.start();
        log.append(ONE);
        assertThat(fold.await(log.log().head(), PATIENCE)).isTrue();
        fold.stop();
        log.append(TWO);
        fold.start();

        assertThat(fold.await(log.log().head(), PATIENCE)).isTrue();
        assertThat(fold.state()).containsExactly(ONE, TWO);
    }

    @Test
    void aStoppedHistoryDoesNotKeepWaiters() {
        fold.start();
        fold.stop();

        assertThat(fold.await(1, Duration.ofMinutes(10))).isFalse();
        assertThat(fold.ready()).isFalse();
    }

    private boolean said(Level level) {
        return List.copyOf(said.list).stream().anyMatch(line -> line.getLevel() == level);
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(Ledger.class.getPackageName());
    }

    private List<Recorded> recorded(long after, long upTo) {
        return log.log().rows(after, upTo).stream().map(LogRow::event).toList();
    }

    private static List<Object> fold(List<Object> before, Recorded recorded) {
        if (recorded.event().equals(UNFOLDABLE)) {
            throw new IllegalStateException("cannot be folded");
        }
        return Stream.concat(before.stream(), Stream.of(recorded.event())).toList();
    }
}
