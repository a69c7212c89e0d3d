package dev.flagledger.webhook.sending;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A TCP server on loopback, for behaviour that no HTTP server has. */
final class RawReceiver implements AutoCloseable {

    interface Behaviour {
        void on(Socket socket) throws IOException, InterruptedException;
    }

    private final ServerSocket server;
    private final AtomicInteger connections = new AtomicInteger();

    RawReceiver(Behaviour behaviour) {
        this(listening(), behaviour);
    }

    RawReceiver(ServerSocket server, Behaviour behaviour) {
        this.server = server;
        Thread.startVirtualThread(() -> accept(behaviour));
    }

    private static ServerSocket listening() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the request's head, then writes these bytes and closes the connection. */
    static RawReceiver saying(String text) {
        return new RawReceiver(socket -> {
            socket.getInputStream().read(new byte[8192]);
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        });
    }

    private void accept(Behaviour behaviour) {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                connections.incrementAndGet();
                Thread.startVirtualThread(() -> serve(socket, behaviour));
            } catch (IOException e) {
                // The test is over.
            }
        }
    }

    private static void serve(Socket socket, Behaviour behaviour) {
        try (socket) {
            behaviour.on(socket);
        } catch (IOException | InterruptedException e) {
            // The sender closed the connection.
        }
    }

    /** How many connections came. */
    int connections() {
        return connections.get();
    }

    int port() {
        return server.getLocalPort();
    }

    String url() {
        return "http://127.0.0.1:" + port() + "/hook";
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
