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
 * Lets a client read on one node what it wrote through another. A write's answer names the position in the log that it
 * reached; a request that presents a position is answered by a state that includes it.
 */
@Component
public final class Positions {

    /** The header, in both directions. */
    public static final String HEADER = "Flagledger-Position";

    /** Longer than a node is behind as a rule: only who waits in vain has the database asked. */
    private static final Duration FIRST_WAIT = Duration.ofMillis(100);

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Set<String> READS = Set.of("GET", "HEAD");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    private static final int DIGITS = 18;

    private final History<?> fold;
    private final LogEnd end;

    Positions(History<?> fold, EventLog log) {
        this.fold = fold;
        this.end = new LogEnd(log::head);
    }

    /**
     * Waits for the position that the request presents, if it does. Called before anything is looked up for a request.
     *
     * @throws NotCaughtUp if this node does not come to it in time, or has not yet read what was there before it started:
     *     it must not say that there is no such thing
     * @throws InvalidInput if it is no position that any node can have named
     */
    public void awaitWanted(HttpServletRequest request) {
        if (!fold.caughtUp()) {
            throw new NotCaughtUp("This node");
        }
        var wanted = request.getHeader(HEADER);
        if (wanted != null) {
            await(position(wanted));
        }
    }

    /** Whether this node has come to the position that the request presents, if it does. What is none is refused later. */
    public boolean hasReachedWanted(HttpServletRequest request) {
        var wanted = request.getHeader(HEADER);
        return wanted == null || !NUMBER.matcher(wanted).matches() || position(wanted) <= reached();
    }

    /** An answer names what is committed, so nobody was told of a position beyond the last: to wait for it is in vain. */
    private void await(long position) {
        long asked = System.nanoTime();
        if (fold.await(position, FIRST_WAIT)) {
            return;
        }
        if (position > end.since(asked)) {
            throw InvalidInput.detail(HEADER + " is beyond the end of the log.");
        }
        if (!fold.await(position, PATIENCE)) {
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
     * Whether the answer names where this node has come to. Not to a caller who is nobody, who could tell by it whether a guess
     * of theirs was worth recording, unless it is they who wrote.
     */
    static boolean isNamed(HttpServletRequest request, HttpServletResponse response) {
        boolean wrote = !READS.contains(request.getMethod())
                && HttpStatusCode.valueOf(response.getStatus()).is2xxSuccessful();
        return wrote || request.getUserPrincipal() != null;
    }

    /** Where this node has come to. */
    public long reached() {
        return fold.at().position();
    }
}
