package dev.flagledger.standalone;

import dev.flagledger.standalone.postgres.CannotStartException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** The port that a node is to listen on. */
final class PortOption {

    private PortOption() {}

    /** Refuses a port that somebody else listens on, or that this user may not open. */
    static void requireFree(int port) {
        if (port < 0 || port > 65_535) {
            throw new CannotStartException("A port is a number from 0 to 65535, not " + port + ".");
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
        } catch (IOException taken) {
            throw new CannotStartException(
                    "Cannot listen on port " + port + " (" + taken.getMessage() + "). Choose another one with --port.",
                    taken);
        }
    }
}
