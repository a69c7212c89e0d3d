package dev.flagledger.api.event;

import dev.flagledger.api.Actor;
import java.time.Instant;

/**
 * An event of the configuration log with its position, time and actor.
 *
 * @param position position in the total order of the log, from 1
 * @param at time of the event, to the microsecond
 * @param actor the actor whose command caused it
 * @param event the event itself
 */
public record RecordedEvent(long position, Instant at, Actor actor, LedgerEvent event) {}
