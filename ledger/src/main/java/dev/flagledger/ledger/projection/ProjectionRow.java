package dev.flagledger.ledger.projection;

/**
 * The key of the row with the position of a projection.
 *
 * @param beside whether it is the row of the table that a rebuild fills, beside the live one
 */
record ProjectionRow(String name, boolean beside) {

    static ProjectionRow live(String name) {
        return new ProjectionRow(name, false);
    }

    static ProjectionRow beside(String name) {
        return new ProjectionRow(name, true);
    }
}
