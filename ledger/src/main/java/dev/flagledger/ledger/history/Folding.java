package dev.flagledger.ledger.history;

import dev.flagledger.ledger.history.checkpoint.Parts;
import dev.flagledger.ledger.history.checkpoint.Positioned;
import dev.flagledger.ledger.history.checkpoint.Positioned.Unfoldable;
import dev.flagledger.ledger.log.Recorded;
import dev.flagledger.ledger.log.store.LogRow;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Applies events to states. If an event of a project cannot be folded, the project is withheld: it stays as it was, and its later
 * events are ignored. If an event without a project cannot be folded, folding fails.
 */
final class Folding<S> {

    private final Positioned<S> empty;
    private final BiFunction<S, Recorded, S> fold;
    private final Optional<Parts<S>> parts;

    Folding(S empty, BiFunction<S, Recorded, S> fold, Optional<Parts<S>> parts) {
        this.empty = new Positioned<>(0, empty);
        this.fold = fold;
        this.parts = parts;
    }

    Positioned<S> empty() {
        return empty;
    }

    /** How the state falls into parts; empty if it does not. */
    Optional<Parts<S>> parts() {
        return parts;
    }

    /** The state after an event that can be folded. */
    Positioned<S> after(Positioned<S> before, Recorded event) {
        return new Positioned<>(event.position(), fold.apply(before.state(), event), before.withheld());
    }

    Positioned<S> after(Positioned<S> before, List<LogRow> rows) {
        var reached = before;
        for (var row : rows) {
            reached = after(reached, row);
        }
        return reached;
    }

    /**
     * The state after a row.
     *
     * @throws RuntimeException if its event cannot be folded and belongs to no project
     */
    Positioned<S> after(Positioned<S> before, LogRow row) {
        var project = row.project();
        if (project != null && before.withheld().containsKey(project)) {
            return new Positioned<>(row.position(), before.state(), before.withheld());
        }
        if (row.isEmpty()) {
            return new Positioned<>(row.position(), before.state(), before.withheld());
        }
        try {
            return after(before, row.event());
        } catch (RuntimeException e) {
            if (project == null || parts.isEmpty()) {
                throw e;
            }
            return withheld(before, row.position(), project, e);
        }
    }

    private Positioned<S> withheld(Positioned<S> before, long position, int project, RuntimeException failure) {
        var all = new HashMap<>(before.withheld());
        all.put(project, new Unfoldable(position, failure.toString()));
        return new Positioned<>(position, parts.orElseThrow().withheld(before.state(), project), all);
    }
}
