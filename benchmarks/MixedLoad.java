import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Whatever applications, users and clients that stall do to a server, all at once. */
final class MixedLoad {

    private static final Duration SLICE = Duration.ofSeconds(5);
    private static final String OK = "HTTP/1.1 200";
    private static final int STALLED = 100;
    private static final int STREAMS = 50;
    private static final int ACCOUNTS = 100;

    private final Client client;
    private final Load visits;
    private final String key;
    private final String state;
    private final Load documents;
    private final AtomicInteger number = new AtomicInteger();

    private MixedLoad(Client client, Crowd crowd) {
        this.client = client;
        this.visits = crowd.visits();
        this.key = crowd.key();
        this.documents = crowd.documents();
        var states = "environments/" + key + "/featurestates/";
        this.state = states + Client.id(client.send("GET", states, null).get("results").get(0)) + "/";
    }

    static MixedLoad of(Client client) {
        var crowd = Crowd.of(client, client.organisation("Mixed"), 50, 15, 750);
        client.send("PATCH", "projects/" + crowd.project() + "/", Map.of("enable_realtime_updates", true));
        return new MixedLoad(client, crowd);
    }

    /** Fails if any of the loads does. */
    void run(Duration duration) throws Exception {
        long end = System.nanoTime() + duration.toNanos();
        var running = new ArrayList<Future<?>>();
        var flags = Load.of(client.port(), Wire.get(Wire.FLAGS, Wire.key(key)));
        try (var loads = Executors.newVirtualThreadPerTaskExecutor();
                var _ = Drips.start(client.port(), STALLED)) {
            submit(loads, running, end, 0, () -> flags.perSecond(SLICE, 2));
            submit(loads, running, end, 0, () -> visits.perSecond(SLICE, 2));
            submit(loads, running, end, 0, () -> documents.perSecond(SLICE, 1));
            submit(loads, running, end, 1_000, this::logInWrongly);
            submit(loads, running, end, 1_000, client::logIn);
            submit(loads, running, end, 20, this::meet);
            submit(loads, running, end, 20, this::setTrait);
            submit(loads, running, end, 500, this::toggle);
            for (int stream = 0; stream < STREAMS; stream++) {
                submit(loads, running, end, 0, this::listen);
            }
        }
        for (var load : running) {
            load.get();
        }
    }

    private void meet() {
        client.identified(key, "{\"identifier\":\"new " + number.incrementAndGet() + "\"}");
    }

    private void setTrait() {
        var trait = "{\"identity\":{\"identifier\":\"known\"},\"trait_key\":\"visits\",\"trait_value\":%d}";
        client.asApplication(key, "traits/", trait.formatted(number.incrementAndGet()));
    }

    private void logInWrongly() throws Exception {
        WrongLogins.once(client.port(), number.incrementAndGet() % ACCOUNTS);
    }

    private void toggle() {
        client.text("PATCH", state, Map.of("enabled", number.incrementAndGet() % 2 == 0));
    }

    /** Reads an event stream until the time is over. Fails if it is refused, or ends before. */
    private void listen() throws IOException {
        long end = System.nanoTime() + SLICE.toNanos();
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), client.port())) {
            socket.setSoTimeout((int) SLICE.toMillis());
            socket.getOutputStream().write(Wire.get("/sse/environments/" + key + "/stream"));
            var in = socket.getInputStream();
            var status = new String(in.readNBytes(OK.length()), StandardCharsets.US_ASCII);
            if (!status.equals(OK)) {
                throw new IOException("a stream is refused: " + status);
            }
            readUntil(end, in);
        }
    }

    private static void readUntil(long end, InputStream stream) throws IOException {
        var buffer = new byte[1_024];
        try {
            while (System.nanoTime() < end) {
                if (stream.read(buffer) < 0) {
                    throw new IOException("a stream has ended");
                }
            }
        } catch (SocketTimeoutException _) {
            // Nothing has changed.
        }
    }

    private interface Work {

        void once() throws Exception;
    }

    private static void submit(ExecutorService loads, List<Future<?>> running, long end, long pauseMillis, Work work) {
        running.add(loads.submit(() -> repeat(end, pauseMillis, work)));
    }

    private static Void repeat(long end, long pauseMillis, Work work) throws Exception {
        while (System.nanoTime() < end) {
            work.once();
            Thread.sleep(pauseMillis);
        }
        return null;
    }
}
