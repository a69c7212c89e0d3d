package dev.flagledger.ledger.projection;

import dev.flagledger.api.event.UserEvent.UserLoggedIn;
import dev.flagledger.ledger.history.Step;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A read model of logins, with the number of events before and after each, and of how many were seen at a time. */
final class Seen implements ReadModel<Long> {

    private final JdbcClient jdbc;
    private final int version;
    volatile int failsAt;
    final AtomicInteger failures = new AtomicInteger();

    Seen(JdbcClient jdbc, int version) {
        this.jdbc = jdbc;
        this.version = version;
    }

    static void createTable(JdbcClient jdbc) {
        jdbc.sql(
                        "create table seen (id bigint primary key, version int not null, login int, before bigint, after bigint)")
                .update();
        jdbc.sql("create table seen_count (logins int not null)").update();
        jdbc.sql("create index seen_by_login on seen (login, id desc)").update();
        jdbc.sql("create unique index seen_once on seen (before)").update();
    }

    @Override
    public String name() {
        return "seen";
    }

    @Override
    public int version() {
        return version;
    }

    @Override
    public List<String> tables() {
        return List.of("seen", "seen_count");
    }

    @Override
    public Optional<Runnable> project(List<Step<Long>> steps, Tables into) {
        var logins = steps.stream()
                .filter(step -> step.recorded().event() instanceof UserLoggedIn)
                .toList();
        return logins.isEmpty()
                ? Optional.empty()
                : Optional.of(() -> {
                    logins.forEach(step -> insert(step, into.of("seen")));
                    count(logins.size(), into.of("seen_count"));
                });
    }

    private void insert(Step<Long> step, String table) {
        int login = login(step.recorded().event());
        jdbc.sql("insert into " + table + " select coalesce(max(id), 0) + 1, :version, :login, :before, :after from "
                        + table)
                .param("version", version)
                .param("login", login)
                .param("before", step.before())
                .param("after", step.after())
                .update();
        if (login == failsAt && failsAt > 0) {
            failures.incrementAndGet();
            throw new IllegalStateException("not yet");
        }
    }

    private void count(int logins, String table) {
        jdbc.sql("insert into " + table + " (logins) values (:logins)")
                .param("logins", logins)
                .update();
    }

    private static int login(Object event) {
        return ((UserLoggedIn) event).userId();
    }
}
