package dev.flagledger.api.code;

import java.util.Locale;

/** Who keeps a repository, which decides how its files are linked to. */
public enum VcsProvider {
    GITHUB;

    /** The name on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one with this name; fails if there is none. */
    public static VcsProvider ofWireName(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
