import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;

/** Sends one request over and over on a number of connections, as fast as the answers come. */
record Load(int port, String key, int connections) {

    private static final String END_OF_HEAD = "\r\n\r\n";
    private static final String LENGTH = "Content-Length: ";
    private static final int UNKNOWN = Integer.MAX_VALUE;

    /** Answers per second. Fails at the first answer that is not 200. */
    double perSecond(Duration duration) {
        var answers = new LongAdder();
        long end = System.nanoTime() + duration.toNanos();
        try (var clients = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            for (int client = 0; client < connections; client++) {
                clients.execute(() -> send(end, answers));
            }
        }
        return answers.sum() / (duration.toMillis() / 1_000.0);
    }

    private void send(long end, LongAdder answers) {
        var request = ("GET /api/v1/flags/ HTTP/1.1\r\nHost: localhost\r\nX-Environment-Key: " + key + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            var out = socket.getOutputStream();
            var in = socket.getInputStream();
            var buffer = new byte[1 << 16];
            while (System.nanoTime() < end) {
                out.write(request);
                readAnswer(in, buffer);
                answers.increment();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads an answer whose head fits into the buffer. Looks at the head as little as it can: the client has its time from
     * the machine that the server runs on, so what it spends on headers would count against the server that sends more.
     */
    private static void readAnswer(InputStream in, byte[] buffer) throws IOException {
        int length = UNKNOWN;
        for (int read = 0; read < length; ) {
            int more = in.read(buffer, read, buffer.length - read);
            if (more <= 0) {
                throw new IOException(more < 0 ? "connection closed" : "an answer longer than the buffer");
            }
            read += more;
            if (length == UNKNOWN) {
                length = length(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
            }
        }
    }

    /** The length of the whole answer that begins so; {@link #UNKNOWN} while its head is not complete. */
    private static int length(String beginning) throws IOException {
        int head = beginning.indexOf(END_OF_HEAD);
        if (head < 0) {
            return UNKNOWN;
        }
        if (!beginning.startsWith("HTTP/1.1 200")) {
            throw new IOException(beginning);
        }
        int at = beginning.indexOf(LENGTH) + LENGTH.length();
        return head + END_OF_HEAD.length() + Integer.parseInt(beginning, at, beginning.indexOf('\r', at), 10);
    }
}
