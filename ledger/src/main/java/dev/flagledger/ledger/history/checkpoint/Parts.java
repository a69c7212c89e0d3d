package dev.flagledger.ledger.history.checkpoint;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Splits a state into parts that are stored and read separately: one for each project, and the rest. Pure. An event of a project
 * may change that project and the rest, but no other project; an event without a project may change everything.
 *
 * @param <S> the state; immutable
 */
public interface Parts<S> {

    /** The id of the part that is no project. */
    int REST = 0;

    /** The ids of the parts: {@link #REST} and those of the projects. */
    Set<Integer> of(S state);

    /** Objects at least one of which is replaced whenever the part changes. Constant time. */
    List<Object> marks(S state, int part);

    /** Extracts these parts as records, persistent collections and JDK values that refer to no other part. */
    Map<Integer, Object> cut(S state, Set<Integer> parts);

    /** Adds a part that was cut out of this state, or of another state at the same position. */
    S with(S state, Object part);

    /** Replaces a project by a marker that it cannot be shown. */
    S withheld(S state, int project);

    /** One class of each jar or directory whose code determines the form of parts or the result of the fold. */
    List<Class<?>> code();
}
