package dev.flagledger.ledger.retention;

import java.time.Duration;

/**
 * A rule that deletes old rows of a table.
 *
 * @param what names the rows in the server's log
 * @param kept the retention; zero for ever
 * @param sql a query that deletes at most {@code :most} of the rows from before {@code :before}, and returns their number; repeated
 *     until it returns less
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
