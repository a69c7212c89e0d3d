package dev.flagledger.api.catalogue;

import java.util.Map;
import java.util.Optional;

/** The event types of a log, with the names and revisions under which they are stored. */
public interface EventTypes {

    /** Returns the type stored under this name, if there is one. */
    Optional<? extends Class<?>> typeOf(String name);

    /** Returns the stored name of this type; empty if it is not an event type. */
    Optional<String> nameOf(Class<?> type);

    /** Returns the revision in which this type is written, from 1. Older revisions can be read, newer ones cannot. */
    int revisionOf(Class<?> type);

    /**
     * Upcasts an event, given as a JSON tree, from a revision to the next.
     *
     * @throws IllegalStateException if there is no upcaster
     */
    Map<String, Object> raised(String name, int from, Map<String, Object> event);
}
