package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A stream as a client receives it, line by line. */
final class EventStream implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final Socket socket;
    private final BufferedReader lines;

    /** @param headers further lines of the request's header */
    EventStream(TestServer server, String key, String... headers) throws IOException {
        var address = server.address();
        socket = new Socket(address.getHost(), address.getPort());
        socket.setSoTimeout((int) TIMEOUT.toMillis());
        var more = Stream.of(headers).map(line -> line + "\r\n").collect(Collectors.joining());
        var request = "GET /sse/environments/%s/stream HTTP/1.1\r\nHost: %s\r\nAccept: text/event-stream\r\n"
                .formatted(key, address.getAuthority());
        socket.getOutputStream().write((request + more + "\r\n").getBytes(StandardCharsets.US_ASCII));
        lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8), 512);
    }

    String line() throws IOException {
        var line = lines.readLine();
        return line == null ? "" : line;
    }

    List<String> lines(int count) {
        return lines.lines().limit(count).toList();
    }

    /** Returns the next line with this beginning. */
    String skipTo(String start) throws IOException {
        var line = lines.readLine();
        while (line != null && !line.startsWith(start)) {
            line = lines.readLine();
        }
        assertThat(line).as("a line that starts with " + start).isNotNull();
        return String.valueOf(line);
    }

    /** Returns whether the last chunk arrives before a ping, which only open streams get. */
    boolean ends() throws IOException {
        var line = lines.readLine();
        while (line != null && !line.equals("0") && !line.equals(": ping")) {
            line = lines.readLine();
        }
        return "0".equals(line);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
