package dev.flagledger.webhook.sending;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A TCP server on loopback, for behaviour that no HTTP server has. */
final class RawReceiver implements AutoCloseable {

    interface Behaviour {
        void on(Socket socket) throws IOException, InterruptedException;
    }

    private final ServerSocket server;

    RawReceiver(Behaviour behaviour) {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.startVirtualThread(() -> accept(behaviour));
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
            try (var socket = server.accept()) {
                behaviour.on(socket);
            } catch (IOException e) {
                // The sender closed the connection, or the test is over.
            } catch (InterruptedException e) {
                return;
            }
        }
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
