package dev.flagledger.ledger.projection;

/**
 * The row that keeps how far a projection has come.
 *
 * @param beside whether it is that of the table which is being made anew, beside the one that answers
 */
record ProjectionRow(String name, boolean beside) {

    static ProjectionRow answering(String name) {
        return new ProjectionRow(name, false);
    }

    static ProjectionRow beside(String name) {
        return new ProjectionRow(name, true);
    }
}
