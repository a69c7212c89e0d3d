package dev.flagledger.api.event;

import dev.flagledger.api.Actor;
import dev.flagledger.api.Origin;
import java.time.Instant;

/**
 * An event of the configuration log with its position, time, actor and origin.
 *
 * @param position position in the total order of the log, from 1
 * @param at time of the event, to the microsecond
 * @param actor the actor whose command caused it; without a name where the reader of the log asked for none
 * @param origin the request whose command caused it; {@link Origin#NONE} where the reader of the log asked for none. Folds
 *     must not depend on it, nor on the name
 * @param event the event itself
 */
public record RecordedEvent(long position, Instant at, Actor actor, Origin origin, LedgerEvent event) {

    /** Returns this with another event. */
    public RecordedEvent with(LedgerEvent other) {
        return new RecordedEvent(position, at, actor, origin, other);
    }
}
