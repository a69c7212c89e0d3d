package dev.flagledger.api.code;

import java.util.Locale;

/** The hosting provider of a repository, which determines the format of links to its files. */
public enum VcsProvider {
    GITHUB;

    /** Returns the name on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the provider with this name on the wire. */
    public static VcsProvider ofWireName(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
