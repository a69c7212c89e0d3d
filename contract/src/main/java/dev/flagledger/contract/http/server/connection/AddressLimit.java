package dev.flagledger.contract.http.server.connection;

import dev.flagledger.contract.http.AddressGroup;
import dev.flagledger.contract.log.OncePerMinute;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SocketChannel;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.eclipse.jetty.io.SelectorManager;
import org.eclipse.jetty.util.IO;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Limits the open connections of one client address, so that none can use up all of them. Further ones are closed at once. An IPv6
 * network (/64) counts as one address.
 */
final class AddressLimit implements SelectorManager.AcceptListener {

    private static final Logger LOG = LoggerFactory.getLogger(AddressLimit.class);

    private final int most;
    private final Predicate<InetAddress> exempt;
    private final OncePerMinute lines = new OncePerMinute(System::nanoTime);
    private final Map<SelectableChannel, String> groups = new HashMap<>();
    private final Map<String, Integer> open = new HashMap<>();
    private long refused;

    /**
     * @param most the maximum number; 0 for no limit
     * @param exempt addresses without a limit, such as those of proxies
     */
    AddressLimit(int most, Predicate<InetAddress> exempt) {
        this.most = most;
        this.exempt = exempt;
    }

    @Override
    public void onAccepting(SelectableChannel channel) {
        var address = address(channel);
        if (address != null && !exempt.test(address) && !admitted(channel, AddressGroup.containing(address))) {
            // Jetty cleans up, as for a connection that the client has closed.
            IO.close(channel);
            log(address);
        }
    }

    @Override
    public void onAcceptFailed(SelectableChannel channel, Throwable cause) {
        onClosed(channel);
    }

    @Override
    public synchronized void onClosed(SelectableChannel channel) {
        var group = groups.remove(channel);
        if (group != null) {
            open.computeIfPresent(group, (_, count) -> count == 1 ? null : count - 1);
        }
    }

    private synchronized boolean admitted(SelectableChannel channel, String group) {
        if (most > 0 && open.getOrDefault(group, 0) >= most) {
            refused++;
            return false;
        }
        groups.put(channel, group);
        open.merge(group, 1, Integer::sum);
        return true;
    }

    private synchronized void log(InetAddress address) {
        if (lines.isDue()) {
            LOG.warn(
                    "{} has {} connections, the maximum for one address. Connections refused since the start: {}",
                    address.getHostAddress(),
                    most,
                    refused);
        }
    }

    private static @Nullable InetAddress address(SelectableChannel channel) {
        try {
            return channel instanceof SocketChannel socket
                            && socket.getRemoteAddress() instanceof InetSocketAddress remote
                    ? remote.getAddress()
                    : null;
        } catch (IOException _) {
            // The channel is closed already.
            return null;
        }
    }
}
