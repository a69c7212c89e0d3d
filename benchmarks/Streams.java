import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Ten thousand streams of one environment: what they take, when all of them hear of a change, and how long it takes them to come
 * back together. One client in a hundred stops reading once it is connected.
 */
final class Streams {

    private static final int STREAMS = 10_000;
    private static final int READS_NOT = 100;
    private static final int CHANGES = 20;
    private static final int WARM_UP = 5;
    private static final long PATIENCE = 60_000_000_000L;
    private static final double KILO = 1e3;
    private static final double MEGA = 1e6;

    private final String key;
    private final int state;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 14);
    private final List<SocketChannel> open = new ArrayList<>();
    private final List<Double> heard = new ArrayList<>();
    private final Selector selector = Selector.open();
    private long begun;

    Streams(Client client) throws IOException {
        int project = client.project(client.organisation("Streams"), "Streams");
        client.send("PATCH", "projects/" + project + "/", Map.of("enable_realtime_updates", true));
        key = client.environment(project, "Streams").get("api_key").asString();
        client.send("POST", "projects/" + project + "/features/", Map.of("name", "feature"));
        state = Client.id(client.send("GET", "environments/" + key + "/featurestates/", null).get("results").get(0));
    }

    /** Opens all, and prints when each is served. */
    void connect(int port, String what) throws IOException {
        begin();
        for (int number = 0; number < STREAMS; number++) {
            var channel = SocketChannel.open();
            channel.configureBlocking(false);
            // One address has too few ports for those that come, and those that have been.
            channel.bind(new InetSocketAddress("127.0.0." + (2 + number % 8), 0));
            channel.connect(new InetSocketAddress("127.0.0.1", port));
            channel.register(selector, SelectionKey.OP_CONNECT, number);
            open.add(channel);
            if (number % READS_NOT == 0) {
                readWhatIsThere(0);
            }
        }
        readUntil(STREAMS);
        Benchmark.print(what, heard);
        System.out.printf("  the last after %.1f ms%n", heard.getLast());
    }

    /** Prints what they take of the server. */
    void measureMemory(int port, long server) throws Exception {
        var before = Heap.of(server);
        long resident = Management.resident(server);
        connect(port, STREAMS + " streams, from the first connection until served");
        Heap.of(server).print("heap of " + STREAMS + " streams", before, STREAMS);
        long more = Management.resident(server) - resident;
        System.out.printf("resident memory of them: %.1f MB, %.1f kB each%n", more / MEGA, more / KILO / STREAMS);
    }

    /** Prints when they hear of a change, from the request on. */
    void measureChanges(Client client) throws IOException {
        var all = new ArrayList<Double>();
        var last = new ArrayList<Double>();
        var requests = new ArrayList<Double>();
        for (int change = 0; change < WARM_UP + CHANGES; change++) {
            boolean enabled = change % 2 == 0;
            begin();
            var request = CompletableFuture.supplyAsync(() -> {
                client.send("PATCH", "environments/" + key + "/featurestates/" + state + "/", Map.of("enabled", enabled));
                return (System.nanoTime() - begun) / 1e6;
            });
            readUntil(STREAMS - STREAMS / READS_NOT);
            if (change >= WARM_UP) {
                all.addAll(heard);
                last.add(heard.getLast());
                requests.add(request.join());
            }
            request.join();
        }
        Benchmark.print("a change until a stream has it, from its request on", all);
        Benchmark.print("  until the last has it", last);
        Benchmark.print("  until the request is answered", requests);
    }

    void close() throws IOException {
        for (var channel : open) {
            channel.close();
        }
        open.clear();
        selector.selectNow();
    }

    private void begin() {
        heard.clear();
        begun = System.nanoTime();
    }

    private void readUntil(int many) throws IOException {
        while (heard.size() < many) {
            readWhatIsThere(1_000);
            if (System.nanoTime() - begun > PATIENCE) {
                throw new IOException("only " + heard.size() + " of " + many);
            }
        }
    }

    private void readWhatIsThere(long wait) throws IOException {
        if (wait == 0) {
            selector.selectNow(this::proceed);
        } else {
            selector.select(this::proceed, wait);
        }
    }

    private void proceed(SelectionKey selected) {
        var channel = (SocketChannel) selected.channel();
        try {
            if (selected.isConnectable()) {
                channel.finishConnect();
                var request = "GET /sse/environments/" + key + "/stream HTTP/1.1\r\nHost: localhost\r\n"
                        + "Accept: text/event-stream\r\nUser-Agent: benchmark\r\n\r\n";
                channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
                selected.interestOps(SelectionKey.OP_READ);
            } else {
                read(selected, channel);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a server sends at once arrives at once here. Looks at as little as it can, since the server needs the same cores. */
    private void read(SelectionKey selected, SocketChannel channel) throws IOException {
        buffer.clear();
        if (channel.read(buffer) < 0) {
            throw new IOException("a stream has ended");
        }
        int line = 2;
        while (buffer.get(line) != '\n') {
            line++;
        }
        boolean header = buffer.get(0) == 'H';
        if (header && !text().contains("\n: connected\n")) {
            throw new IOException(text());
        }
        // The end of a line of the chunk before, the length of this one, the end of a line, a message.
        if (header || buffer.get(line + 1) == 'e') {
            heard.add((System.nanoTime() - begun) / 1e6);
        }
        if (header && (int) selected.attachment() % READS_NOT == 0) {
            selected.interestOps(0);
        }
    }

    private String text() {
        return new String(buffer.array(), 0, buffer.position(), StandardCharsets.US_ASCII);
    }
}
