package dev.flagledger.ledger.projection;

/** Somebody else has moved a projection, or taken it over: what was to be written with its position must not be. */
final class LeaseLost extends RuntimeException {

    LeaseLost(ProjectionRow place) {
        super(place + " is not where this node left it", null, false, false);
    }
}
