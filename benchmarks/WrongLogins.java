import dev.flagledger.ledger.load.LowPriorityThreads;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Logins with wrong passwords, to many accounts, so that none is locked and each costs the hash of a password. Those that the server
 * does not admit, because as many already wait, come again a second later. They are sent by threads of low priority, since another
 * client of this process may need all of its core.
 */
final class WrongLogins implements AutoCloseable {

    private static final int AT_ONCE = 64;
    private static final int ACCOUNTS = 10_000;
    private static final int WRONG = 400;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE, new LowPriorityThreads("wrong-login"));
    private final List<Future<?>> running = new ArrayList<>();
    private volatile boolean ended;

    /** Logs in until it is closed. */
    static WrongLogins start(int port) {
        return start(port, PAUSE);
    }

    /** Logs in for a while, again and again at once, so that the server's code for it is compiled. */
    static void warmUp(int port, Duration duration) throws Exception {
        try (var _ = start(port, Duration.ZERO)) {
            Thread.sleep(duration);
        }
    }

    private static WrongLogins start(int port, Duration pause) {
        var logins = new WrongLogins();
        for (int sender = 0; sender < AT_ONCE; sender++) {
            int first = sender;
            logins.running.add(logins.senders.submit(() -> logins.repeat(port, first, pause)));
        }
        return logins;
    }

    private Void repeat(int port, int first, Duration pause) throws Exception {
        for (int account = first; !ended; account += AT_ONCE) {
            once(port, account % ACCOUNTS, pause);
        }
        return null;
    }

    /** Fails if the login is not refused. */
    static void once(int port, int account) throws Exception {
        once(port, account, PAUSE);
    }

    private static void once(int port, int account, Duration pause) throws Exception {
        int status = new Login("u" + account + "@example.test", "wrong").status(port);
        if (status == Login.TOO_MANY_REQUESTS) {
            Thread.sleep(pause);
        } else if (status != WRONG) {
            throw new IOException("status " + status);
        }
    }

    /** Fails if one of the logins did. */
    @Override
    public void close() throws Exception {
        ended = true;
        senders.close();
        for (var sender : running) {
            sender.get();
        }
    }
}
