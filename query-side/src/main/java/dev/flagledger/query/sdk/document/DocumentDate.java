package dev.flagledger.query.sdk.document;

import java.time.Instant;

/**
 * The HTTP date of a document. HTTP dates have whole seconds, changes do not. The date is the second in which the document changed,
 * unless this node has sent an earlier document of that second: then it is the following second, and until that has begun, the
 * document is sent with the date of the earlier one, so that clients request it again.
 *
 * @param changed when the document changed
 * @param second in seconds since 1970
 * @param from the instant from which the date is used
 */
record DocumentDate(Instant changed, long second, Instant from) {

    /** Returns the date of an environment's first document on this node. */
    static DocumentDate first(Instant changed) {
        return new DocumentDate(changed, changed.getEpochSecond(), Instant.MIN);
    }

    /** Returns the date of the next document, or this one if nothing changed. */
    DocumentDate next(Instant later, Instant now) {
        if (later.equals(changed)) {
            return this;
        }
        // Some clients take the date from the document itself.
        long last = Math.max(at(now), changed.getEpochSecond());
        return later.getEpochSecond() > last ? first(later) : new DocumentDate(later, last + 1, now.plusSeconds(1));
    }

    /** Returns the second to send with the document. */
    long at(Instant now) {
        return isSettled(now) ? second : second - 1;
    }

    /** Returns whether a client that received a document with this second has this document. */
    boolean isKnown(long since, Instant now) {
        return isSettled(now) && since >= second;
    }

    private boolean isSettled(Instant now) {
        return !now.isBefore(from);
    }
}
