package dev.flagledger.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A port at which the system takes no further connection, since nobody accepts those that wait: it does not answer. */
public final class FullListener implements AutoCloseable {

    private final ServerSocket server = new ServerSocket();
    private final List<Socket> waiting = new ArrayList<>();

    private FullListener() throws IOException {}

    /** Listens, and fills the queue. */
    public static FullListener open() {
        try {
            var listener = new FullListener();
            listener.server.bind(new InetSocketAddress("0.0.0.0", 0), 1);
            listener.fill();
            return listener;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** That many addresses at which it listens. */
    public static InetAddress[] addresses(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(last -> InetAddress.ofLiteral("127.0.0." + last))
                .toArray(InetAddress[]::new);
    }

    /** Returns the port. */
    public int port() {
        return server.getLocalPort();
    }

    private void fill() throws IOException {
        while (true) {
            var socket = new Socket();
            waiting.add(socket);
            try {
                socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port()), 200);
            } catch (SocketTimeoutException _) {
                return;
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (var socket : waiting) {
            socket.close();
        }
        server.close();
    }
}
