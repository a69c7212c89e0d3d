package dev.flagledger.standalone;

import dev.flagledger.standalone.postgres.CannotStartException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Checks the option {@code --port}. */
final class PortOption {

    private PortOption() {}

    /**
     * Checks that a server can listen on a port.
     *
     * @throws CannotStartException if the port is out of range or in use, or this user may not open it
     */
    static void requireFree(int port) {
        if (port < 0 || port > 65_535) {
            throw new CannotStartException("A port is a number from 0 to 65535, not " + port + ".");
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
        } catch (IOException failed) {
            throw new CannotStartException(
                    "Cannot listen on port " + port + " (" + failed.getMessage() + "). Choose another one with --port.",
                    failed);
        }
    }
}
