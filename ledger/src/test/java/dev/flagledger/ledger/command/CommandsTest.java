package dev.flagledger.ledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.api.Actor;
import dev.flagledger.api.Claim;
import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.event.UserEvent.UserLoggedIn;
import dev.flagledger.api.login.LoginWay;
import dev.flagledger.api.user.UserCommand.LogIn;
import dev.flagledger.api.user.UserCommand.RegisterUser;
import dev.flagledger.api.user.UserCommand.RenameUser;
import dev.flagledger.ledger.history.History;
import dev.flagledger.ledger.log.Attribution;
import dev.flagledger.ledger.log.append.OutcomeUnknownException;
import dev.flagledger.ledger.log.store.EventLog;
import dev.flagledger.testing.TestAccount;
import dev.flagledger.testing.TestDatabase;
import dev.flagledger.testing.TestFold;
import dev.flagledger.testing.TestNode;
import dev.flagledger.testing.TestRefusals;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two processes on one database, each test with an account of its own. */
class CommandsTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh().migrated();
    private static final AtomicInteger USERS = new AtomicInteger();
    private static final TestNode HERE = TestNode.on(DATABASE, TestAccount.class, TestFold.class, TestRefusals.class);
    private static final TestNode ELSEWHERE =
            TestNode.on(DATABASE, TestAccount.class, TestFold.class, TestRefusals.class);

    private final Commands commands = HERE.get(Commands.class);
    private final JdbcClient jdbc = HERE.get(JdbcClient.class);
    private final int user = USERS.incrementAndGet();
    private final Attribution ana =
            new Attribution(Actor.user(user, "ana@example.test"), "r-1", "192.0.2.7", null, null);

    @BeforeAll
    static void makeATableForSecrets() {
        HERE.get(JdbcClient.class).sql("create table secret (owner int)").update();
    }

    @AfterAll
    static void close() {
        HERE.close();
        ELSEWHERE.close();
    }

    @BeforeEach
    void register() {
        commands.send(new RegisterUser(user, new UUID(0, user), user + "@example.test", "Ana", "L"), ana);
    }

    @Test
    void aCommandIsVisibleOnThisNodeWhenItReturns() {
        assertThat(events(user)).containsExactly("user.registered");
        assertThat(HERE.get(History.class).at().position())
                .isEqualTo(HERE.get(EventLog.class).head());
    }

    @Test
    void anEventWithoutACommandIsVisibleWhenItIsRecorded() {
        long position = commands.record("user-" + user + "0", new UserLoggedIn(user, LoginWay.EMAIL), ana);

        assertThat(position).isEqualTo(HERE.get(EventLog.class).head());
        assertThat(HERE.get(History.class).at().position()).isEqualTo(position);
    }

    @Test
    void aRecordedCommandThatIsNotVisibleIsReported() {
        var fold = ELSEWHERE.get(History.class);
        fold.stop();
        // What comes before is missing there, so that what it appends itself cannot be folded at once.
        commands.send(new LogIn(user, LoginWay.EMAIL), ana);
        try {
            assertThatThrownBy(() -> ELSEWHERE.get(Commands.class).send(new LogIn(user, LoginWay.EMAIL), ana))
                    .isInstanceOfSatisfying(
                            NotYetVisible.class,
                            late -> assertThat(late.position())
                                    .isEqualTo(HERE.get(EventLog.class).head()));
        } finally {
            fold.start();
        }
        assertThat(events(user)).containsExactly("user.registered", "user.logged-in", "user.logged-in");
    }

    @Test
    void theSenderIsStoredWithTheEvent() {
        assertThat(HERE.get(EventLog.class)
                        .rows(0, Long.MAX_VALUE)
                        .getLast()
                        .event()
                        .actor())
                .isEqualTo(ana.actor());
        assertThat(jdbc.sql(
                                "select actor_kind || actor_id || request_id from ledger.event order by position desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("USER" + user + "r-1");
    }

    @Test
    void aCommandThatChangesNothingRecordsNothing() {
        commands.send(new RenameUser(user, "Anna", ""), ana);
        commands.send(new RenameUser(user, "Anna", ""), ana);

        assertThat(events(user)).containsExactly("user.registered", "user.renamed");
    }

    @Test
    void aCommandWithoutEventsIsNotDecidedOnAStaleAggregate() {
        var elsewhere = ELSEWHERE.get(Commands.class);
        commands.send(new RenameUser(user, "Anna", ""), ana);
        elsewhere.send(new RenameUser(user, "Bea", ""), ana);

        commands.send(new RenameUser(user, "Anna", ""), ana);
        elsewhere.send(new RenameUser(user, "Bea", ""), ana);

        assertThat(events(user))
                .containsExactly("user.registered", "user.renamed", "user.renamed", "user.renamed", "user.renamed");
    }

    @Test
    void concurrentCommandsOnAStreamAllSucceed() {
        fromBothNodes(80, new LogIn(user, LoginWay.EMAIL));

        assertThat(events(user)).hasSize(1 + 80);
    }

    @Test
    void concurrentCommandsOnANewStreamAllSucceed() {
        int newcomer = USERS.incrementAndGet();

        fromBothNodes(8, new LogIn(newcomer, LoginWay.EMAIL));

        assertThat(events(newcomer)).hasSize(8);
    }

    /** Each holds a lock that the other needs, so PostgreSQL aborts one of them. */
    @Test
    void deadlockedCommandsAreRetried() {
        jdbc.sql("insert into secret values (-1), (-2)").update();
        var bothHoldOne = new CyclicBarrier(2);
        var attempts = new AtomicInteger();
        var one = lockingInTurn(-1, -2, bothHoldOne, attempts);
        var other = lockingInTurn(-2, -1, bothHoldOne, attempts);

        CompletableFuture.allOf(one, other).join();

        assertThat(attempts).hasValueGreaterThan(2);
    }

    private CompletableFuture<Void> lockingInTurn(int first, int then, CyclicBarrier barrier, AtomicInteger attempts) {
        int newcomer = USERS.incrementAndGet();
        return CompletableFuture.runAsync(
                () -> commands.send(new LogIn(newcomer, LoginWay.EMAIL), ana, () -> {
                    lock(first);
                    if (attempts.incrementAndGet() <= 2) {
                        meet(barrier);
                    }
                    lock(then);
                }),
                task -> Thread.ofPlatform().start(task));
    }

    private void lock(int owner) {
        jdbc.sql("select from secret where owner = ? for update").param(owner).query(row -> {});
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aSecretIsWrittenWithItsEvent() {
        commands.send(new LogIn(user, LoginWay.EMAIL), ana, this::writeSecret);

        assertThat(secrets()).isEqualTo(1);
        assertThat(events(user)).containsExactly("user.registered", "user.logged-in");
    }

    @Test
    void aFailedSecretRollsTheEventBack() {
        assertThatThrownBy(() -> commands.send(new LogIn(user, LoginWay.EMAIL), ana, () -> {
                    writeSecret();
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no");

        assertThat(secrets()).isZero();
        assertThat(events(user)).containsExactly("user.registered");
    }

    @Test
    void aFailedEventRollsTheSecretBack() {
        jdbc.sql("create function refuse() returns trigger language plpgsql as 'begin raise exception ''full''; end'")
                .update();
        jdbc.sql("create trigger full_disk before insert on ledger.event execute function refuse()")
                .update();
        try {
            assertThatThrownBy(() -> commands.send(new LogIn(user, LoginWay.EMAIL), ana, this::writeSecret))
                    .hasStackTraceContaining("full");
        } finally {
            jdbc.sql("drop trigger full_disk on ledger.event").update();
        }

        assertThat(secrets()).isZero();
        assertThat(events(user)).containsExactly("user.registered");
    }

    /** Nothing is recorded where it fails, but the lost response does not say so. */
    @Test
    void aCommandIsNotRetriedAfterAnUnknownOutcome() {
        jdbc.sql("create sequence attempt").update();
        jdbc.sql("create function break_off() returns trigger language plpgsql as 'begin perform nextval(''attempt'');"
                        + " perform pg_terminate_backend(pg_backend_pid()); return new; end'")
                .update();
        jdbc.sql("create trigger lost_connection before insert on ledger.event execute function break_off()")
                .update();
        try {
            assertThatThrownBy(() -> commands.send(new LogIn(user, LoginWay.EMAIL), ana))
                    .isInstanceOf(OutcomeUnknownException.class);
        } finally {
            jdbc.sql("drop trigger lost_connection on ledger.event").update();
        }

        assertThat(jdbc.sql("select last_value from attempt")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        commands.send(new LogIn(user, LoginWay.EMAIL), ana);
        assertThat(events(user)).containsExactly("user.registered", "user.logged-in");
    }

    @Test
    void aRefusedCommandWritesNothing() {
        int other = USERS.incrementAndGet();

        assertThatThrownBy(() -> commands.send(
                        new RegisterUser(other, new UUID(0, 9), user + "@EXAMPLE.test", "Bo", ""),
                        ana,
                        this::writeSecret))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.rejection()).isEqualTo(new Rejection.Taken(Claim.Kind.EMAIL)));
        assertThat(events(other)).isEmpty();
        assertThat(secrets()).isZero();
    }

    @Test
    void commandsSentTogetherAreRecordedInTheirOrder() {
        int other = USERS.incrementAndGet();
        long before = HERE.get(EventLog.class).head();

        commands.sendTogether(
                List.of(
                        new RenameUser(user, "Anna", ""),
                        new LogIn(other, LoginWay.EMAIL),
                        new RenameUser(user, "Bea", "")),
                ana);

        assertThat(HERE.get(EventLog.class).rows(before, Long.MAX_VALUE))
                .extracting(row -> row.event().event().getClass().getSimpleName())
                .containsExactly("UserRenamed", "UserLoggedIn", "UserRenamed");
        assertThat(HERE.get(History.class).at().position()).isEqualTo(before + 3);
        commands.send(new LogIn(user, LoginWay.EMAIL), ana);
        assertThat(events(user)).containsExactly("user.registered", "user.renamed", "user.renamed", "user.logged-in");
    }

    @Test
    void commandsSentTogetherAreRecordedAllOrNot() {
        int other = USERS.incrementAndGet();
        var taken = new RegisterUser(other, new UUID(0, 9), user + "@EXAMPLE.test", "Bo", "");

        assertThatThrownBy(() -> commands.sendTogether(List.of(new RenameUser(user, "Anna", ""), taken), ana))
                .isInstanceOf(Rejected.class);

        assertThat(events(user)).containsExactly("user.registered");
        assertThat(events(other)).isEmpty();
        // The aggregate that was changed by the first is not kept.
        commands.send(new RenameUser(user, "Anna", ""), ana);
        commands.send(new LogIn(user, LoginWay.EMAIL), ana);
        assertThat(events(user)).containsExactly("user.registered", "user.renamed", "user.logged-in");
    }

    @Test
    void noCommandsRecordNothing() {
        long before = HERE.get(EventLog.class).head();

        commands.sendTogether(List.of(), ana);

        assertThat(HERE.get(EventLog.class).head()).isEqualTo(before);
    }

    @Test
    void manyConcurrentCommandsAreVisibleWhenTheyReturn() {
        try (var threads = Executors.newFixedThreadPool(16)) {
            var seen = Stream.generate(() -> CompletableFuture.supplyAsync(
                            () -> {
                                int id = USERS.incrementAndGet();
                                commands.send(new RegisterUser(id, new UUID(2, id), id + "@example.test", "", ""), ana);
                                return HERE.get(History.class)
                                        .state()
                                        .toString()
                                        .contains("userId=" + id + ",");
                            },
                            threads))
                    .limit(60)
                    .toList();

            assertThat(seen.stream().map(CompletableFuture::join)).containsOnly(true);
        }
    }

    private void fromBothNodes(int times, LedgerCommand command) {
        try (var threads = Executors.newFixedThreadPool(8)) {
            IntStream.range(0, times)
                    .mapToObj(i -> (i % 2 == 0 ? HERE : ELSEWHERE).get(Commands.class))
                    .map(node -> CompletableFuture.runAsync(() -> node.send(command, ana), threads))
                    .toList()
                    .forEach(CompletableFuture::join);
        }
    }

    private void writeSecret() {
        jdbc.sql("insert into secret values (?)").param(user).update();
    }

    private int secrets() {
        return jdbc.sql("select count(*) from secret where owner = ?")
                .param(user)
                .query(Integer.class)
                .single();
    }

    private List<String> events(int userId) {
        return jdbc.sql("select payload_type from ledger.event where aggregate_id = ? order by sequence_number")
                .param("user-" + userId)
                .query((row, _) -> row.getString(1))
                .list();
    }
}
