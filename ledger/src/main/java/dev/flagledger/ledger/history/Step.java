package dev.flagledger.ledger.history;

import dev.flagledger.ledger.log.Recorded;

/**
 * An event with the states before and after it.
 *
 * @param <S> the state; immutable
 */
public record Step<S>(S before, Recorded recorded, S after) {}
