package dev.flagledger.api.version;

import dev.flagledger.api.flag.OverrideChanges;
import dev.flagledger.api.flag.SettingChange;
import org.jspecify.annotations.Nullable;

/**
 * What a version makes of the flag as it is when the version goes live; whatever is not named stays. Overrides are made
 * and changed before others go, and then the order of segments changes.
 *
 * @param environmentDefault what becomes of the default; null if nothing does
 * @param overrides what becomes of the overrides for segments. One with a start is made and must not be there yet, one
 *     without is changed and must be there
 */
public record VersionChanges(@Nullable SettingChange environmentDefault, OverrideChanges overrides) {

    /** Leaves the flag as it is. */
    public static final VersionChanges NONE = new VersionChanges(null, OverrideChanges.NONE);

    /** Whether the flag stays as it is, whatever it is. */
    public boolean changesNothing() {
        return environmentDefault == null && overrides.changesNothing();
    }
}
