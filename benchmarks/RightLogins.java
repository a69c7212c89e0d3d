import dev.flagledger.ledger.load.LowPriorityThreads;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Users who log in, one after another at a steady rate, whether or not the server keeps up. It refuses those who would have to wait for
 * too long. They are sent by threads of low priority, since another client of this process may need all of its core.
 */
final class RightLogins {

    static final int PER_SECOND = 20;
    private static final int ACCOUNTS = 2 * PER_SECOND;
    private static final int RIGHT = 200;
    private static final String PASSWORD = "un-guess-able 7";

    private final int port;
    private final List<Login> accounts;
    private int sent;
    private int refused;

    private RightLogins(int port, List<Login> accounts) {
        this.port = port;
        this.accounts = accounts;
    }

    /** Registers the users. */
    static RightLogins register(int port) {
        var accounts = IntStream.range(0, ACCOUNTS)
                .mapToObj(number -> new Login("right-" + number + "@example.test", PASSWORD))
                .toList();
        for (var account : accounts) {
            var user = Map.of("email", account.email(), "password", PASSWORD, "first_name", "R", "last_name", "L");
            new Client(port, "").send("POST", "auth/users/", user);
        }
        return new RightLogins(port, accounts);
    }

    /** Logs in until it is closed, which waits for the last answer, and fails if a login did. */
    AutoCloseable start() {
        var clock = Executors.newSingleThreadScheduledExecutor(new LowPriorityThreads("login-clock"));
        var senders = Executors.newCachedThreadPool(new LowPriorityThreads("right-login"));
        var running = new ArrayList<Future<Integer>>();
        Runnable next = () -> {
            var account = accounts.get(running.size() % ACCOUNTS);
            running.add(senders.submit(() -> account.status(port)));
        };
        clock.scheduleAtFixedRate(
                next, 0, Duration.ofSeconds(1).dividedBy(PER_SECOND).toNanos(), TimeUnit.NANOSECONDS);
        return () -> end(clock, senders, running);
    }

    private void end(ScheduledExecutorService clock, ExecutorService senders, List<Future<Integer>> running)
            throws Exception {
        clock.close();
        senders.close();
        for (var login : running) {
            int status = login.get();
            if (status != RIGHT && status != Login.TOO_MANY_REQUESTS) {
                throw new IOException("status " + status);
            }
            sent++;
            refused += status == RIGHT ? 0 : 1;
        }
    }

    /** Prints how many logins the server did not admit. */
    void print() {
        System.out.printf("of %d right logins %d were refused, since they would have waited too long%n", sent, refused);
    }
}
