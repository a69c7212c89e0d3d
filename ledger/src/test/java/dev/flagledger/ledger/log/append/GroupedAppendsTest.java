package dev.flagledger.ledger.log.append;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.flagledger.api.event.UserEvent.UserLoggedIn;
import dev.flagledger.api.event.UserEvent.UserLoggedOut;
import dev.flagledger.api.login.LoginWay;
import dev.flagledger.ledger.log.EndedException;
import dev.flagledger.ledger.log.store.EventLog;
import dev.flagledger.ledger.log.store.TestLog;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Concurrent appends share a transaction: they are made to wait for another append, and then released together. */
class GroupedAppendsTest {

    private static final int MANY = 20;

    private final TestLog log = TestLog.fresh();

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void concurrentAppendsShareATransaction() throws Exception {
        var appended = allAtOnce(IntStream.range(0, MANY)
                .mapToObj(number -> TestLog.messages(
                        new UserLoggedIn(number, LoginWay.EMAIL), new UserLoggedIn(MANY + number, LoginWay.EMAIL)))
                .toList());

        for (var append : appended) {
            append.get(10, TimeUnit.SECONDS);
        }
        assertThat(recorded()).hasSize(1 + 2 * MANY);
        assertThat(log.jdbc()
                        .sql("select count(distinct xmin::text) from ledger.event where position > 1")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void aRefusedAppendFailsAlone() throws Exception {
        log.append(new UserLoggedOut(7));
        var twice = TestLog.messages(new UserLoggedIn(1, LoginWay.EMAIL));
        var ended = TestLog.messages(new UserLoggedIn(7, LoginWay.EMAIL));
        var groups = new ArrayList<List<DomainEventMessage<?>>>(Stream.of(
                        TestLog.messages(new UserLoggedIn(2, LoginWay.EMAIL)),
                        twice,
                        ended,
                        twice,
                        TestLog.messages(new UserLoggedIn(3, LoginWay.EMAIL)))
                .toList());

        var appended = allAtOnce(groups);

        appended.getFirst().get(10, TimeUnit.SECONDS);
        appended.getLast().get(10, TimeUnit.SECONDS);
        assertThatThrownBy(() -> appended.get(2).get(10, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(EndedException.class);
        assertThat(Stream.of(appended.get(1), appended.get(3)).filter(GroupedAppendsTest::isRefused))
                .hasSize(1);
        assertThat(recorded())
                .contains(
                        new UserLoggedIn(1, LoginWay.EMAIL),
                        new UserLoggedIn(2, LoginWay.EMAIL),
                        new UserLoggedIn(3, LoginWay.EMAIL));
        assertThat(log.log().head()).isEqualTo(recorded().size());
    }

    private static boolean isRefused(CompletableFuture<Void> append) {
        try {
            append.get(10, TimeUnit.SECONDS);
            return false;
        } catch (ExecutionException e) {
            return e.getCause() instanceof AggregateStreamCreationException;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts the appends during another one: the first waits for that, and the others for the first. */
    private List<CompletableFuture<Void>> allAtOnce(List<List<DomainEventMessage<?>>> appends) {
        var other = log.elsewhere();
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        var slow = other.transactions().startTransaction();
        other.storage().appendEvents(TestLog.messages(new UserLoggedIn(-1, LoginWay.EMAIL)));
        var started = new ArrayList<CompletableFuture<Void>>();
        for (var append : appends) {
            started.add(CompletableFuture.runAsync(() -> log.storage().appendEvents(append), threads));
            await().until(() -> log.waitingAppends() == started.size() - 1);
        }
        slow.commit();
        other.close();
        return started;
    }

    private List<Object> recorded() {
        return log.log().rows(EventLog.BEGINNING, Long.MAX_VALUE).stream()
                .<Object>map(row -> row.event().event())
                .toList();
    }
}
