package dev.flagledger.ledger.log;

import dev.flagledger.api.Actor;
import java.time.Instant;

/**
 * An event that was read from the log, or has just been appended to it.
 *
 * @param position the position in the total order, from 1 without gaps
 * @param at the time of recording, to the microsecond
 * @param actor the actor; without a name where a reader asked for none
 * @param event the payload; of a type in the event catalogue
 */
public record Recorded(long position, Instant at, Actor actor, Object event) {}
