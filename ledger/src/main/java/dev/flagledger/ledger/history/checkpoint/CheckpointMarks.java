package dev.flagledger.ledger.history.checkpoint;

import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The parts of the last checkpoint, by which the next one determines the changed parts. Held weakly, since a part that has changed
 * is not needed any more.
 */
final class CheckpointMarks<S> {

    private final Parts<S> parts;
    private Map<Integer, List<WeakReference<Object>>> marks = new HashMap<>();

    CheckpointMarks(Parts<S> parts) {
        this.parts = parts;
    }

    /** Records that the last checkpoint has all parts of this state. */
    void remember(S state) {
        var remembered = new HashMap<Integer, List<WeakReference<Object>>>();
        for (int part : parts.of(state)) {
            remembered.put(
                    part,
                    parts.marks(state, part).stream().map(WeakReference::new).toList());
        }
        marks = remembered;
    }

    /** Records that there is no last checkpoint. */
    void forget() {
        marks = new HashMap<>();
    }

    /** The parts that differ from the last checkpoint. */
    Set<Integer> changed(S state) {
        var changed = new HashSet<Integer>();
        for (int part : parts.of(state)) {
            if (!isUnchanged(state, part)) {
                changed.add(part);
            }
        }
        return changed;
    }

    @SuppressWarnings("ReferenceEquality") // the same object means unchanged
    private boolean isUnchanged(S state, int part) {
        var known = marks.get(part);
        var marked = parts.marks(state, part);
        if (known == null || known.size() != marked.size()) {
            return false;
        }
        for (int index = 0; index < known.size(); index++) {
            if (known.get(index).get() != marked.get(index)) {
                return false;
            }
        }
        return true;
    }
}
