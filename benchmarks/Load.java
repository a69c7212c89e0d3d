import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;

/**
 * Sends requests over and over on a number of connections, as fast as the answers come. Every connection begins at another
 * request of the list.
 *
 * @param status of every answer
 */
record Load(int port, int status, List<byte[]> requests) implements Rate {

    static final int CONNECTIONS = 32;
    static final int LARGEST_ANSWER = 1 << 18;
    private static final int LARGEST_HEAD = 1 << 11;
    private static final int NOT_MODIFIED = 304;
    private static final int VERSION = "HTTP/1.1 ".length();
    private static final String END_OF_HEAD = "\r\n\r\n";
    private static final String LENGTH = "Content-Length: ";
    static final int UNKNOWN = Integer.MAX_VALUE;

    /** One request, answered with 200. */
    static Load of(int port, byte[] request) {
        return new Load(port, 200, List.of(request));
    }

    /** The same requests to another port. */
    Load at(int otherPort) {
        return new Load(otherPort, status, requests);
    }

    /** Answers per second. Fails at the first answer with another status. */
    @Override
    public double perSecond(Duration duration) {
        return perSecond(duration, CONNECTIONS);
    }

    /** The same on so many connections. */
    double perSecond(Duration duration, int connections) {
        var answers = new LongAdder();
        long end = System.nanoTime() + duration.toNanos();
        try (var clients = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            for (int client = 0; client < connections; client++) {
                int first = client * requests.size() / connections;
                clients.execute(() -> send(first, end, answers));
            }
        }
        return answers.sum() / (duration.toMillis() / 1_000.0);
    }

    private void send(int first, long end, LongAdder answers) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            var out = socket.getOutputStream();
            var in = socket.getInputStream();
            var buffer = new byte[LARGEST_ANSWER];
            for (int next = first; System.nanoTime() < end; next++) {
                out.write(requests.get(next % requests.size()));
                readAnswer(in, buffer);
                answers.increment();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads an answer that fits into the buffer. Looks at the head as little as it can: the client has its time from the
     * machine that the server runs on, so what it spends on headers would count against the server that sends more.
     */
    void readAnswer(InputStream in, byte[] buffer) throws IOException {
        int length = UNKNOWN;
        for (int read = 0; read < length; ) {
            int more = in.read(buffer, read, buffer.length - read);
            if (more <= 0) {
                throw new IOException(more < 0 ? "connection closed" : "an answer longer than the buffer");
            }
            read += more;
            if (length == UNKNOWN) {
                length = length(buffer, read);
            }
        }
    }

    /** The length of the whole answer of which so much was read; {@link #UNKNOWN} while its head is not complete. */
    int length(byte[] answer, int read) throws IOException {
        var beginning = new String(answer, 0, Math.min(read, LARGEST_HEAD), StandardCharsets.ISO_8859_1);
        int head = beginning.indexOf(END_OF_HEAD);
        if (head < 0) {
            return UNKNOWN;
        }
        if (!beginning.startsWith(Integer.toString(status), VERSION)) {
            throw new IOException(beginning);
        }
        int end = head + END_OF_HEAD.length();
        if (status == NOT_MODIFIED) {
            return end;
        }
        int at = beginning.indexOf(LENGTH) + LENGTH.length();
        return end + Integer.parseInt(beginning, at, beginning.indexOf('\r', at), 10);
    }
}
