package dev.flagledger.ledger.group;

import java.util.List;

/**
 * What {@link GroupedCalls} does for a group.
 *
 * @param <T> what a caller asks for
 * @param <R> what becomes of it
 */
@FunctionalInterface
public interface GroupWork<T, R> {

    /** Does all that is asked for, and returns what becomes of each, in the same order. */
    List<R> all(List<T> asked);

    /** Is told what a group came to before its callers are, while the next group may be at work. */
    default void done(List<T> asked, List<R> results) {}
}
