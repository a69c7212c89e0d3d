import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/** Logins with wrong passwords, to many accounts, so that none is locked and each costs the hash of a password. */
final class WrongLogins implements AutoCloseable {

    private static final int AT_ONCE = 64;
    private static final int ACCOUNTS = 10_000;
    private static final int REFUSED = 400;
    private static final Duration SLICE = Duration.ofMillis(500);

    private final AtomicBoolean ended = new AtomicBoolean();
    private final Thread sender;

    private WrongLogins(Load logins) {
        this.sender = Thread.ofPlatform().start(() -> {
            while (!ended.get()) {
                logins.perSecond(SLICE, AT_ONCE);
            }
        });
    }

    static WrongLogins start(int port) {
        return new WrongLogins(to(port, ACCOUNTS));
    }

    /** Logins to so many accounts. */
    static Load to(int port, int accounts) {
        var logins = IntStream.range(0, accounts)
                .mapToObj(number -> Wire.post(
                        "/api/v1/auth/login/", "{\"email\":\"u" + number + "@example.test\",\"password\":\"wrong\"}"))
                .toList();
        return new Load(port, REFUSED, logins);
    }

    @Override
    public void close() throws InterruptedException {
        ended.set(true);
        sender.join();
    }
}
