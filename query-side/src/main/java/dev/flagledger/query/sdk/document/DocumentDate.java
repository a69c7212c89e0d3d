package dev.flagledger.query.sdk.document;

import java.time.Instant;

/**
 * The date that stands for a document over HTTP, where dates have whole seconds and changes have none. It is the second in which
 * the document changed, unless this node has given out an earlier document of that second: then it is the next one, and until
 * that has come the document is sent with the date of the earlier one, so that who has it asks again.
 *
 * @param changed when the document changed
 * @param second in seconds since 1970
 * @param from from when on the date stands for the document
 */
record DocumentDate(Instant changed, long second, Instant from) {

    /** Of an environment's first document on this node. */
    static DocumentDate first(Instant changed) {
        return new DocumentDate(changed, changed.getEpochSecond(), Instant.MIN);
    }

    /** Of the document that follows this one, if anything changed. */
    DocumentDate next(Instant later, Instant now) {
        if (later.equals(changed)) {
            return this;
        }
        // Some clients take the date from the document itself.
        long last = Math.max(at(now), changed.getEpochSecond());
        return later.getEpochSecond() > last ? first(later) : new DocumentDate(later, last + 1, now.plusSeconds(1));
    }

    /** The second to send the document with. */
    long at(Instant now) {
        return isSettled(now) ? second : second - 1;
    }

    /** Whether somebody who was sent a document with this second has this one. */
    boolean isKnown(long since, Instant now) {
        return isSettled(now) && since >= second;
    }

    private boolean isSettled(Instant now) {
        return !now.isBefore(from);
    }
}
