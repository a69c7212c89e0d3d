package dev.flagledger.installation.web;

import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.ledger.history.History;
import dev.flagledger.ledger.log.store.EventLog;
import dev.flagledger.ledger.projection.NotCaughtUp;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;

/**
 * Read-your-writes across nodes. The response to a write contains the log position that it reached; a request with a
 * position is answered from a state that includes it.
 */
@Component
public final class Positions {

    /** The header of requests and responses. */
    public static final String HEADER = "Flagledger-Position";

    /** Longer than a node usually is behind; the database is queried only after this. */
    private static final Duration FIRST_WAIT = Duration.ofMillis(100);

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final String SHOWN = Positions.class.getName() + ".shown";
    private static final Set<String> READS = Set.of("GET", "HEAD");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    private static final int DIGITS = 18;

    private final History<?> history;
    private final LogEnd end;

    Positions(History<?> history, EventLog log) {
        this.history = history;
        this.end = new LogEnd(log::head);
    }

    /**
     * Waits for the position that the request presents, if any. Must be called before any lookup for the request.
     *
     * @throws NotCaughtUp if this node does not reach it in time, or has not read the log as of its start, so that it
     *     could report existing objects as missing
     * @throws InvalidInput if it is not a position that a node can have returned
     */
    public void awaitWanted(HttpServletRequest request) {
        if (!history.caughtUp()) {
            throw new NotCaughtUp("This node");
        }
        var wanted = request.getHeader(HEADER);
        if (wanted != null) {
            await(position(wanted));
        }
    }

    /**
     * Returns whether this node has reached the position that the request presents, if any. Invalid positions are
     * rejected later.
     */
    public boolean hasReachedWanted(HttpServletRequest request) {
        var wanted = request.getHeader(HEADER);
        return wanted == null || !NUMBER.matcher(wanted).matches() || position(wanted) <= reached();
    }

    /** Responses contain committed positions only, so that a position after the last one is not waited for. */
    private void await(long position) {
        long asked = System.nanoTime();
        if (history.await(position, FIRST_WAIT)) {
            return;
        }
        if (position > end.since(asked)) {
            throw InvalidInput.detail(HEADER + " is beyond the end of the log.");
        }
        if (!history.await(position, TIMEOUT)) {
            throw new NotCaughtUp("This node");
        }
    }

    private static long position(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw InvalidInput.detail(HEADER + " must be a number that an answer named.");
        }
        return text.length() > DIGITS ? Long.MAX_VALUE : Long.parseLong(text);
    }

    /**
     * Returns whether the response contains the position. Anonymous callers get it for their own writes only, since it
     * would reveal whether a guess, such as a failed login, was recorded.
     */
    static boolean isNamed(HttpServletRequest request, HttpServletResponse response) {
        boolean wrote = !READS.contains(request.getMethod())
                && HttpStatusCode.valueOf(response.getStatus()).is2xxSuccessful();
        return wrote || request.getUserPrincipal() != null;
    }

    /** Sets the position of the state that the response shows, if it is not the current one. */
    public static void show(HttpServletRequest request, long position) {
        request.setAttribute(SHOWN, position);
    }

    /** Returns the position of the state that the response shows. */
    long shown(HttpServletRequest request) {
        return request.getAttribute(SHOWN) instanceof Long earlier ? earlier : reached();
    }

    /** Returns the position that this node has reached. */
    public long reached() {
        return history.at().position();
    }
}
