package dev.flagledger.api.version;

import dev.flagledger.api.flag.OverrideChanges;
import dev.flagledger.api.flag.SettingChange;
import org.jspecify.annotations.Nullable;

/**
 * The changes that a version makes to its flag when it is published; everything else is kept. Overrides are created and
 * updated first, then others removed, then priorities changed.
 *
 * @param environmentDefault change of the default; null if it is kept
 * @param overrides changes of the segment overrides. One with a start must not exist yet, one without must exist
 */
public record VersionChanges(@Nullable SettingChange environmentDefault, OverrideChanges overrides) {

    /** Changes nothing. */
    public static final VersionChanges NONE = new VersionChanges(null, OverrideChanges.NONE);

    /** Returns whether no flag would be changed. */
    public boolean changesNothing() {
        return environmentDefault == null && overrides.changesNothing();
    }
}
