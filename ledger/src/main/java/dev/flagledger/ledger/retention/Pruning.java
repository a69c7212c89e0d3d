package dev.flagledger.ledger.retention;

import java.time.Duration;

/**
 * What may be deleted of a table.
 *
 * @param what names the rows, for the log of the server
 * @param kept how long they are kept; zero for ever
 * @param sql a query that deletes some of the rows that are older than {@code :before}, at most {@code :most}, and answers how
 *     many that were; repeated until there are fewer
 */
public record Pruning(String what, Duration kept, String sql) {

    public Pruning {
        if (kept.isNegative()) {
            throw new IllegalArgumentException("The retention of " + what + " must not be negative");
        }
    }

    boolean forEver() {
        return kept.isZero();
    }
}
