package dev.flagledger.ledger.projection;

import dev.flagledger.ledger.history.Step;
import java.util.List;
import java.util.Optional;

/**
 * A projection that fills one table and nothing else, so that it can be made anew from the first event: in a second table of
 * the same form, which takes the place of the first when it has caught up. That is done when {@link #version} is greater than
 * that of the table, and when somebody asks for it.
 *
 * @param <S> the state that it is shown before and after each event
 */
public interface ReadModel<S> extends Projection<S> {

    /** The table that answers, unquoted. Other tables must not refer to it. */
    String table();

    /**
     * The same as {@link #project(List)}, into a table of this name and the same form. What is written must follow from the
     * events and from what the table holds alone.
     */
    Optional<Runnable> project(List<Step<S>> steps, String table);

    @Override
    default Optional<Runnable> project(List<Step<S>> steps) {
        return project(steps, table());
    }
}
