package dev.flagledger.api.flag;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a flag's overrides for segments; those that are not named stay as they are.
 *
 * @param changed overrides that are changed, or made where there is none
 * @param removed segments whose override goes, if it is still there, and whose place in the order
 * @param priorities by segment id: where in the order segments go in the end; the others make way
 */
public record OverrideChanges(List<Upsert> changed, List<Integer> removed, Map<Integer, Integer> priorities) {

    /** Leaves all overrides alone. */
    public static final OverrideChanges NONE = new OverrideChanges(List.of(), List.of(), Map.of());

    /** Whether all stay as they are. */
    public boolean changesNothing() {
        return changed.isEmpty() && removed.isEmpty() && priorities.isEmpty();
    }

    /**
     * One override.
     *
     * @param change what becomes of it if there is one
     * @param start what it starts as if there is none; null if whoever asks for the change saw one
     */
    public record Upsert(
            int segmentId, SettingChange change, @Nullable Start start) {}

    /** How a new override starts. */
    public record Start(OverrideIds ids, Setting setting) {}
}
