import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Logins with wrong passwords, to many accounts, so that none is locked and each costs the hash of a password. Those that the server
 * does not admit, because as many already wait, come again a second later.
 */
final class WrongLogins implements AutoCloseable {

    private static final int AT_ONCE = 64;
    private static final int ACCOUNTS = 10_000;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> running = new ArrayList<>();
    private volatile boolean ended;

    /** Logs in until it is closed. */
    static WrongLogins start(int port) {
        var logins = new WrongLogins();
        for (int sender = 0; sender < AT_ONCE; sender++) {
            int first = sender;
            logins.running.add(logins.senders.submit(() -> logins.repeat(port, first)));
        }
        return logins;
    }

    private Void repeat(int port, int first) throws Exception {
        for (int account = first; !ended; account += AT_ONCE) {
            once(port, account % ACCOUNTS);
        }
        return null;
    }

    /** Fails if the login is not refused. */
    static void once(int port, int account) throws Exception {
        var body = "{\"email\":\"u" + account + "@example.test\",\"password\":\"wrong\"}";
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/auth/login/"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        var response = HTTP.send(request.build(), BodyHandlers.ofString());
        if (response.statusCode() == TOO_MANY_REQUESTS) {
            Thread.sleep(Duration.ofSeconds(1));
        } else if (response.statusCode() != 400) {
            throw new IllegalStateException(response.statusCode() + ": " + response.body());
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
