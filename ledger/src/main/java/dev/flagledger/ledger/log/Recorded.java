package dev.flagledger.ledger.log;

import dev.flagledger.api.Actor;
import java.time.Instant;

/**
 * An event as it stands in the log, for whoever knows what it means.
 *
 * @param position place in the one order that all readers see: 1, 2, 3 and so on
 * @param at when it happened, to the microsecond
 * @param actor who did it
 * @param event what happened; of a type that the catalogue of events knows
 */
public record Recorded(long position, Instant at, Actor actor, Object event) {}
