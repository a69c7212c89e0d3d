package dev.flagledger.ledger.projection;

import dev.flagledger.ledger.history.Step;
import java.util.List;
import java.util.Optional;

/**
 * A projection that writes tables of its own only, so that they can be rebuilt from the first event: in tables of the same form, which
 * replace the live ones together when they have caught up. A rebuild is triggered by a greater {@link #version}, or by
 * {@link Projections#rebuild}.
 *
 * @param <S> the state before and after each event
 */
public interface ReadModel<S> extends Projection<S> {

    /** The names of the live tables, unquoted. Tables other than these must not refer to them, nor they to each other. */
    List<String> tables();

    /**
     * Like {@link #project(List)}, into these tables. What is written must depend only on the events and on the content of the
     * tables, which is for the returned write to read: when this is called, the events before may not be written yet.
     */
    Optional<Runnable> project(List<Step<S>> steps, Tables into);

    @Override
    default Optional<Runnable> project(List<Step<S>> steps) {
        return project(steps, Tables.LIVE);
    }
}
