package dev.flagledger.ledger.history;

import java.util.List;

/**
 * A range of the log.
 *
 * @param steps its events without those of withheld projects
 * @param last the position of its last event, which need not be among the steps
 * @param <S> the state; immutable
 */
public record LogRange<S>(List<Step<S>> steps, long last) {}
