package dev.flagledger.query.sdk.realtime;

import dev.flagledger.contract.http.AddressGroup;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Limits the open streams of a node, and those of one client address to a quarter of them. The limit of connections is not enough,
 * since one HTTP/2 connection carries many streams. An IPv6 network (/64) counts as one address.
 */
final class StreamLimit {

    private static final int SHARE = 4;

    private final int most;
    private final Predicate<InetAddress> exempt;
    private final Map<String, Integer> byGroup = new HashMap<>();
    private int open;

    /**
     * @param most the maximum number of streams
     * @param exempt addresses that may have all of them, such as those of proxies
     */
    StreamLimit(int most, Predicate<InetAddress> exempt) {
        this.most = most;
        this.exempt = exempt;
    }

    /**
     * Counts a stream of this client; returns false if there may be no more.
     *
     * @param address the client's address; text that is none counts as an address too
     */
    synchronized boolean enter(String address) {
        if (isFull(address)) {
            return false;
        }
        open++;
        byGroup.merge(AddressGroup.of(address), 1, Integer::sum);
        return true;
    }

    /** Ends the count of a stream that has entered. */
    synchronized void leave(String address) {
        open--;
        byGroup.computeIfPresent(AddressGroup.of(address), (_, count) -> count == 1 ? null : count - 1);
    }

    /** Returns whether this client may open no further stream. */
    synchronized boolean isFull(String address) {
        return open >= most
                || (byGroup.getOrDefault(AddressGroup.of(address), 0) >= Math.ceilDiv(most, SHARE)
                        && !isExempt(address));
    }

    private boolean isExempt(String address) {
        try {
            return exempt.test(InetAddress.ofLiteral(address));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
