package dev.flagledger.ledger.proof.verify.database;

import java.util.HashMap;
import java.util.Map;

/** The events of each stream are numbered from 0, without gaps. */
final class Streams {

    private final Map<String, Long> next = new HashMap<>();

    /** Counts an event, and returns the number that it should have. */
    long count(String stream) {
        return next.merge(stream, 1L, Long::sum) - 1;
    }
}
