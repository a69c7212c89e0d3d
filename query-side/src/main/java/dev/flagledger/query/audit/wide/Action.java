package dev.flagledger.query.audit.wide;

import java.util.Locale;

/** What an event does to the object that it is about, in four words that can be filtered by. */
public enum Action {
    CREATE,
    UPDATE,
    DELETE,
    /** Nothing is changed by a decision: a login, a first request, a report. */
    OTHER;

    /** The action of an event, by the last word of its stored name. */
    public static Action of(String type) {
        var word = type.substring(Math.max(type.lastIndexOf('-'), type.lastIndexOf('.')) + 1);
        return switch (word) {
            case "created", "cloned", "added", "registered", "joined", "drafted", "placed" -> CREATE;
            case "changed",
                    "updated",
                    "renamed",
                    "edited",
                    "ordered",
                    "published",
                    "enabled",
                    "disabled",
                    "attached",
                    "detached" -> UPDATE;
            case "deleted", "removed", "revoked", "discarded", "erased" -> DELETE;
            default -> OTHER;
        };
    }

    /** The name in the API. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
