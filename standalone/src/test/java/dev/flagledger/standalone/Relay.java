package dev.flagledger.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Forwards connections to a server of this machine, until it stops without closing them, as when a cable is pulled. */
final class Relay implements AutoCloseable {

    private final int target;
    private final ServerSocket listener;
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private volatile boolean silent;

    Relay(int target) throws IOException {
        this.target = target;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(this::serve);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Stops forwarding and accepting, without closing connections. */
    void stopForwarding() throws IOException {
        silent = true;
        listener.close();
    }

    @Override
    public void close() throws IOException {
        stopForwarding();
        for (var socket : sockets) {
            socket.close();
        }
    }

    private void serve() {
        try {
            while (!silent) {
                var client = listener.accept();
                var server = new Socket(InetAddress.getLoopbackAddress(), target);
                sockets.add(client);
                sockets.add(server);
                Thread.startVirtualThread(() -> pass(client, server));
                Thread.startVirtualThread(() -> pass(server, client));
            }
        } catch (IOException closed) {
            if (!silent) {
                throw new UncheckedIOException(closed);
            }
        }
    }

    private void pass(Socket from, Socket to) {
        var buffer = new byte[8_192];
        try {
            for (int count = from.getInputStream().read(buffer);
                    count >= 0;
                    count = from.getInputStream().read(buffer)) {
                if (!silent) {
                    to.getOutputStream().write(buffer, 0, count);
                }
            }
            if (!silent) {
                to.close();
            }
        } catch (IOException _) {
            // One of the sockets was closed; close() closes the other.
        }
    }
}
