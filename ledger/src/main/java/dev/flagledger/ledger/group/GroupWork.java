package dev.flagledger.ledger.group;

import java.util.List;

/**
 * The work that {@link GroupedCalls} does for a group of calls.
 *
 * @param <T> the request of a call
 * @param <R> the result of a call
 */
@FunctionalInterface
public interface GroupWork<T, R> {

    /** Processes all requests, and returns their results in the same order. */
    List<R> all(List<T> requests);

    /** Called with the results of a group before its callers return, possibly while the next group is processed. */
    default void done(List<T> requests, List<R> results) {}
}
