package dev.flagledger.ledger.history;

import dev.flagledger.api.event.RecordedEvent;

/**
 * An event with the states around it.
 *
 * @param <S> what is folded; immutable
 */
public record Step<S>(S before, RecordedEvent recorded, S after) {}
