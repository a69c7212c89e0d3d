package dev.flagledger.api.event;

import dev.flagledger.api.Subject;

/**
 * An event with which a person's key is destroyed, in the same transaction. Whoever keeps something that tells of them drops
 * it, or puts {@link #TOMBSTONE} in its place, when this event comes by.
 */
public interface Erasing {

    /** What stands in the place of a text that is erased. */
    String TOMBSTONE = "erased";

    /** The person that nothing is known of any more. */
    Subject erased();
}
