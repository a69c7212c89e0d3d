package dev.flagledger.platform.http;

import dev.flagledger.platform.fold.LiveFold;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Lets a client read on one node what it wrote through another. A write's answer names the position in the log that it
 * reached; a request that presents a position is answered by a state that includes it.
 */
@Component
public final class Positions {

    /** The header, in both directions. */
    public static final String HEADER = "Flagledger-Position";

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Pattern POSITION = Pattern.compile("\\d{1,18}");

    private final LiveFold<?> fold;

    Positions(LiveFold<?> fold) {
        this.fold = fold;
    }

    /**
     * Waits for the position that the request presents, if it does. Called before anything is looked up for a request.
     *
     * @throws NotCaughtUp if this node does not come to it in time, or has not yet read what was there before it started:
     *     it must not say that there is no such thing
     */
    public void awaitWanted(HttpServletRequest request) {
        if (!fold.caughtUp()) {
            throw new NotCaughtUp("This node");
        }
        var wanted = request.getHeader(HEADER);
        if (wanted != null && POSITION.matcher(wanted).matches() && !fold.await(Long.parseLong(wanted), PATIENCE)) {
            throw new NotCaughtUp("This node");
        }
    }

    /** Where this node has come to. */
    public long reached() {
        return fold.at().position();
    }
}
