package dev.flagledger.api.flag;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Changes of a flag's segment overrides; those that are not listed are kept.
 *
 * @param changed overrides to update or create
 * @param removed segments whose override and priority are removed, if present
 * @param priorities resulting priorities by segment id; the remaining overrides move accordingly
 */
public record OverrideChanges(List<Upsert> changed, List<Integer> removed, Map<Integer, Integer> priorities) {

    /** Changes nothing. */
    public static final OverrideChanges NONE = new OverrideChanges(List.of(), List.of(), Map.of());

    /** Returns whether no override is changed, removed or moved. */
    public boolean changesNothing() {
        return changed.isEmpty() && removed.isEmpty() && priorities.isEmpty();
    }

    /**
     * An update of a segment override, which creates it if allowed.
     *
     * @param change change of an existing override
     * @param start ids and setting of a new override; null if the override must exist
     */
    public record Upsert(
            int segmentId, SettingChange change, @Nullable Start start) {}

    /** Ids and setting of a new override. */
    public record Start(OverrideIds ids, Setting setting) {}
}
