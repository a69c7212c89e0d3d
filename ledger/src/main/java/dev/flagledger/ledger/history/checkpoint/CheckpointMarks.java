package dev.flagledger.ledger.history.checkpoint;

import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the last checkpoint has: by this a later one knows which parts have changed. Held weakly: what has changed is of no use
 * any more.
 */
final class CheckpointMarks<S> {

    private final Parts<S> parts;
    private Map<Integer, List<WeakReference<Object>>> marks = new HashMap<>();

    CheckpointMarks(Parts<S> parts) {
        this.parts = parts;
    }

    /** A checkpoint has all parts of this state as they are now. */
    void remember(S state) {
        var remembered = new HashMap<Integer, List<WeakReference<Object>>>();
        for (int part : parts.of(state)) {
            remembered.put(
                    part,
                    parts.marks(state, part).stream().map(WeakReference::new).toList());
        }
        marks = remembered;
    }

    /** There is no such checkpoint any more. */
    void forget() {
        marks = new HashMap<>();
    }

    /** The parts that are not as the last checkpoint has them. */
    Set<Integer> changed(S state) {
        var changed = new HashSet<Integer>();
        for (int part : parts.of(state)) {
            if (!isKnown(state, part)) {
                changed.add(part);
            }
        }
        return changed;
    }

    @SuppressWarnings("ReferenceEquality") // what is the same object has not changed
    private boolean isKnown(S state, int part) {
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
