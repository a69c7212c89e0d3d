package dev.flagledger.ledger.projection;

import dev.flagledger.ledger.history.Step;
import java.util.List;
import java.util.Optional;

/**
 * A projection that writes one table only, so that it can be rebuilt from the first event: in a second table of the same form, which
 * replaces the first when it has caught up. A rebuild is triggered by a greater {@link #version}, or by {@link Projections#rebuild}.
 *
 * @param <S> the state before and after each event
 */
public interface ReadModel<S> extends Projection<S> {

    /** The name of the live table, unquoted. Other tables must not refer to it. */
    String table();

    /**
     * Like {@link #project(List)}, for a table of this name and the same form. What is written must depend only on the events and on
     * the content of the table.
     */
    Optional<Runnable> project(List<Step<S>> steps, String table);

    @Override
    default Optional<Runnable> project(List<Step<S>> steps) {
        return project(steps, table());
    }
}
