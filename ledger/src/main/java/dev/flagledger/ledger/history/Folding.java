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
 * Folds events one by one. A project with an event that cannot be folded stays as it was before it, and its later events are
 * passed over, so that all others go on; an event that belongs to no project must not be passed over.
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

    /** The state after an event of which nothing is known but that it can be folded. */
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
     * The state after what stands in a row.
     *
     * @throws RuntimeException if it cannot be folded and belongs to no project
     */
    Positioned<S> after(Positioned<S> before, LogRow row) {
        var project = row.project();
        if (project != null && before.withheld().containsKey(project)) {
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

    private Positioned<S> withheld(Positioned<S> before, long position, int project, RuntimeException why) {
        var all = new HashMap<>(before.withheld());
        all.put(project, new Unfoldable(position, why.toString()));
        return new Positioned<>(position, parts.orElseThrow().withheld(before.state(), project), all);
    }
}
