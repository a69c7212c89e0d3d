import java.io.BufferedInputStream;
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
            var in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
            while (System.nanoTime() < end) {
                out.write(request);
                in.skipNBytes(bodyLength(in));
                answers.increment();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the head of an answer and returns the length of the body that follows. */
    private static int bodyLength(InputStream in) throws IOException {
        int length = -1;
        var line = line(in);
        if (!line.startsWith("HTTP/1.1 200")) {
            throw new IOException(line);
        }
        while (!line.isEmpty()) {
            line = line(in);
            if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(line.substring(15).strip());
            }
        }
        return length;
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder(64);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("connection closed");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
