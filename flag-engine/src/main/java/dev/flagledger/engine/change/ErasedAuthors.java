package dev.flagledger.engine.change;

import dev.flagledger.api.Actor;
import dev.flagledger.api.event.Erasing;
import dev.flagledger.api.event.RecordedEvent;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.organisation.User;

/**
 * Has events name their author no more who is erased. Needed where what they tell is kept: an event whose author was erased while
 * it was on its way is appended behind that, and may be read with a key that is still remembered.
 */
public final class ErasedAuthors {

    private ErasedAuthors() {}

    /** The event as it is to be told of, given the installation with it. */
    public static RecordedEvent unnamed(RecordedEvent recorded, Installation after) {
        var author = recorded.actor().userId();
        return author != null && after.user(author).filter(User::hasBeenErased).isPresent()
                ? new RecordedEvent(
                        recorded.position(), recorded.at(), Actor.user(author, Erasing.TOMBSTONE), recorded.event())
                : recorded;
    }
}
