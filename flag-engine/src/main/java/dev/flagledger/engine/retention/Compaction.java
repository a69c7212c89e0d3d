package dev.flagledger.engine.retention;

import dev.flagledger.api.event.RecordedEvent;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.InstallationParts;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Determines what need be left of the events of an organisation. It is proved for each outcome that a fold of what is left reaches the
 * same state as one of the events.
 */
public final class Compaction {

    /** After so many folds the remaining proposals are dropped, which only means that more is kept. */
    private static final int MAX_FOLDS = 60;

    private final Events events;
    private final Beginnings beginnings = new Beginnings();
    private final BitSet confirmed = new BitSet();
    private int folds;

    private Compaction(Events events) {
        this.events = events;
    }

    /** The events of an organisation from the first on. They are read several times, and not kept. */
    public interface Events {

        /** Passes on all events, in the order of the log. */
        void read(Reader reader);
    }

    /** Takes events. */
    public interface Reader {

        /**
         * Takes the next event.
         *
         * @param project the project that the event belongs to; null for none
         */
        void accept(RecordedEvent event, @Nullable Integer project);
    }

    /**
     * Returns what need be left, of all events or of those from any position on.
     *
     * @param stays whether something is left of the event at a position in any case
     * @throws RuntimeException if an event cannot be read or folded by this version
     */
    public static Leftovers of(Events events, LongPredicate stays) {
        var compaction = new Compaction(events);
        var proposals = new Needless();
        events.read((recorded, project) -> {
            proposals.add(recorded.position(), project, recorded.event());
            compaction.beginnings.add(Math.toIntExact(recorded.position()), project, recorded.event());
        });
        var proposed = proposals.positions();
        // What is proved has to be what is done.
        IntStream.of(proposed.stream().filter(stays::test).toArray()).forEach(proposed::clear);
        compaction.beginnings.leaveOut(proposed);
        compaction.beginnings.changed().keySet().forEach(proposed::set);
        if (!proposed.isEmpty()) {
            compaction.confirm(proposed, compaction.folded(new BitSet()));
        }
        return compaction.leftovers();
    }

    private Leftovers leftovers() {
        var changed = new HashMap<>(beginnings.changed());
        changed.keySet().removeIf(position -> !confirmed.get(position));
        var needless = (BitSet) confirmed.clone();
        changed.keySet().forEach(needless::clear);
        return new Leftovers(needless, changed);
    }

    /** Halves proposals that change the state, the later ones first, since they may need the earlier ones. */
    private void confirm(BitSet proposed, Installation all) {
        if (proposed.isEmpty() || folds >= MAX_FOLDS) {
            return;
        }
        var pruned = (BitSet) confirmed.clone();
        pruned.or(proposed);
        if (reaches(all, pruned)) {
            confirmed.or(proposed);
        } else if (proposed.cardinality() > 1) {
            int middle = middle(proposed);
            var later = (BitSet) proposed.clone();
            later.clear(0, middle);
            var earlier = (BitSet) proposed.clone();
            earlier.clear(middle, proposed.length());
            confirm(later, all);
            confirm(earlier, all);
        }
    }

    /** Returns the position of the element in the middle. */
    private static int middle(BitSet positions) {
        return positions.stream().skip(positions.cardinality() / 2).findFirst().orElseThrow();
    }

    private boolean reaches(Installation all, BitSet pruned) {
        var parts = InstallationParts.of(all);
        return foldedIfPossible(pruned)
                .filter(lean -> InstallationParts.of(lean).equals(parts)
                        && InstallationParts.cut(lean, parts).equals(InstallationParts.cut(all, parts)))
                .isPresent();
    }

    private Optional<Installation> foldedIfPossible(BitSet pruned) {
        try {
            return Optional.of(folded(pruned));
        } catch (IllegalStateException | NullPointerException _) {
            // An event lacks another one.
            return Optional.empty();
        }
    }

    private Installation folded(BitSet pruned) {
        folds++;
        var fold = new Fold();
        events.read((recorded, _) -> {
            int position = Math.toIntExact(recorded.position());
            var changed = beginnings.changed().get(position);
            if (!pruned.get(position)) {
                fold.add(recorded);
            } else if (changed != null) {
                fold.add(recorded.with(changed));
            }
        });
        return fold.state;
    }

    private static final class Fold {

        private final OverrideStreams overrides = new OverrideStreams();
        private Installation state = Installation.EMPTY;

        void add(RecordedEvent recorded) {
            overrides.add(recorded.event());
            state = state.evolve(recorded);
        }
    }
}
