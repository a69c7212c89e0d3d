package dev.flagledger.query.event.export;

import dev.flagledger.ledger.proof.SignedHead;
import dev.flagledger.query.event.ask.EventQuery;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * An export that was recorded. It has what was before it, so that it has an end, and that is covered by the checkpoint.
 *
 * @param position the position of its event; 0 if it has nothing and was not recorded
 * @param checkpoint the signed head that it belongs to, which proves the export's event too unless the tree is behind; empty if
 *     nothing was signed yet
 */
public record LogExport(long position, Optional<SignedHead> checkpoint) {

    /** The header of the response: the signed note of the checkpoint, in Base64, since it has several lines. */
    public static final String HEADER = "Flagledger-Checkpoint";

    /** The same query of what was before the export. */
    public EventQuery bounded(EventQuery query) {
        return query.before(position);
    }

    /** Names the checkpoint to the client. */
    public void announce(HttpServletResponse response) {
        checkpoint.ifPresent(head -> response.setHeader(
                HEADER, Base64.getEncoder().encodeToString(head.note().getBytes(StandardCharsets.UTF_8))));
    }
}
