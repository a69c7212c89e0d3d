package dev.flagledger.api.event;

import dev.flagledger.api.Actor;
import java.time.Instant;

/**
 * An event as it stands in the log.
 *
 * @param position place in the one order that all readers see: 1, 2, 3 and so on
 * @param at when it happened, to the microsecond
 * @param actor who did it
 * @param event what happened
 */
public record RecordedEvent(long position, Instant at, Actor actor, LedgerEvent event) {}
