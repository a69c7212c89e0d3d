package dev.flagledger.ledger.log;

import dev.flagledger.api.Actor;
import dev.flagledger.api.Origin;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.eventhandling.EventMessage;

/**
 * An event that was read from the log, or has just been appended to it.
 *
 * @param position the position in the total order, from 1 without gaps
 * @param at the time of recording, to the microsecond
 * @param actor the actor; without a name where a reader asked for none
 * @param origin the request behind it; {@link Origin#NONE} where a reader asked for no names
 * @param event the payload; of a type in the event catalogue
 */
public record Recorded(long position, Instant at, Actor actor, Origin origin, Object event) {

    /** The event of a message at a position of the log. */
    public static Recorded of(long position, EventMessage<?> message) {
        var by = Attribution.of(message.getMetaData());
        var origin = by.origin(UUID.fromString(message.getIdentifier()));
        return new Recorded(position, message.getTimestamp(), by.actor(), origin, message.getPayload());
    }
}
