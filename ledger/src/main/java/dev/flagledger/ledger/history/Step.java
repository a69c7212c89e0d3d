package dev.flagledger.ledger.history;

import dev.flagledger.ledger.log.Recorded;

/**
 * An event with the states around it.
 *
 * @param <S> what is folded; immutable
 */
public record Step<S>(S before, Recorded recorded, S after) {}
