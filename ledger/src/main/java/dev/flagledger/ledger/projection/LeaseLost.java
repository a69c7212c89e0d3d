package dev.flagledger.ledger.projection;

/** Thrown when another node has moved a projection or taken it over, which rolls the transaction back. */
final class LeaseLost extends RuntimeException {

    LeaseLost(ProjectionRow row) {
        super(row + " was moved by another node", null, false, false);
    }
}
