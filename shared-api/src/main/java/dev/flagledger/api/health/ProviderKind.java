package dev.flagledger.api.health;

import java.util.Arrays;
import java.util.Optional;

/** What tells how features fare. A project has at most one of each kind. */
public enum ProviderKind {
    WEBHOOK("Webhook"),
    GRAFANA("Grafana");

    private final String wireName;

    ProviderKind(String wireName) {
        this.wireName = wireName;
    }

    /** The name on the wire. */
    public String wireName() {
        return wireName;
    }

    /** The one with this name; empty if there is none. */
    public static Optional<ProviderKind> of(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName.equals(name))
                .findAny();
    }
}
