package dev.flagledger.ledger.history.checkpoint;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a state is cut into parts that are stored, and read, one by one: its projects, and the rest. Pure. An event of a project
 * changes that project and perhaps the rest, and no other project; an event without a project may change everything.
 *
 * @param <S> what is folded; immutable
 */
public interface Parts<S> {

    /** The part that is no project. */
    int REST = 0;

    /** The parts that there are: the rest, and projects by their ids. */
    Set<Integer> of(S state);

    /** Objects of which at least one is another as soon as the part is another. Takes no time. */
    List<Object> marks(S state, int part);

    /** These parts, as records, persistent collections and values of Java, on which nothing else hangs. */
    Map<Integer, Object> cut(S state, Set<Integer> parts);

    /** With a part that was cut out of this state, or out of another one at the same position. */
    S with(S state, Object part);

    /** A state in which whoever asks for this project is told that it cannot be shown. */
    S withheld(S state, int project);

    /** A class out of each place (a jar or a directory) whose code decides what parts look like or what events fold to. */
    List<Class<?>> code();
}
