package dev.flagledger.ledger.history;

import java.util.List;

/**
 * A stretch of the log.
 *
 * @param steps its events; not those of projects that are withheld
 * @param last the position of its last event, whether that is among the steps or not
 * @param <S> what is folded; immutable
 */
public record LogRange<S>(List<Step<S>> steps, long last) {}
