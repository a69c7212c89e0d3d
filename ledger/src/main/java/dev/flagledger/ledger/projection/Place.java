package dev.flagledger.ledger.projection;

/**
 * The row that keeps how far a projection has come.
 *
 * @param beside whether it is that of the table which is being made anew, beside the one that answers
 */
record Place(String name, boolean beside) {

    static Place answering(String name) {
        return new Place(name, false);
    }

    static Place beside(String name) {
        return new Place(name, true);
    }
}
