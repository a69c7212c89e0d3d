package dev.flagledger.engine.change;

import dev.flagledger.api.Actor;
import dev.flagledger.api.Origin;
import dev.flagledger.api.event.Erasing;
import dev.flagledger.api.event.RecordedEvent;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.organisation.User;

/**
 * Removes what events tell of erased authors. Projections that store it need this: an event that was appended
 * concurrently with the erasure of its author may follow the erasure and be decrypted with a cached key.
 */
public final class ErasedAuthors {

    private ErasedAuthors() {}

    /** Returns the event without its author's name, address and agent if the installation after the event has the author as erased. */
    public static RecordedEvent unnamed(RecordedEvent recorded, Installation after) {
        var author = recorded.actor().userId();
        return author != null && after.user(author).filter(User::hasBeenErased).isPresent()
                ? new RecordedEvent(
                        recorded.position(),
                        recorded.at(),
                        Actor.user(author, Erasing.TOMBSTONE),
                        unnamed(recorded.origin()),
                        recorded.event())
                : recorded;
    }

    private static Origin unnamed(Origin origin) {
        return new Origin(
                origin.eventId(),
                origin.requestId(),
                origin.address() == null ? null : Erasing.TOMBSTONE,
                origin.agent() == null ? null : Erasing.TOMBSTONE,
                origin.note());
    }
}
