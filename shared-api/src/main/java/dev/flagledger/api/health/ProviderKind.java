package dev.flagledger.api.health;

import java.util.Arrays;
import java.util.Optional;

/** Kinds of health providers. A project has at most one of each. */
public enum ProviderKind {
    WEBHOOK("Webhook"),
    GRAFANA("Grafana");

    private final String wireName;

    ProviderKind(String wireName) {
        this.wireName = wireName;
    }

    /** Returns the name on the wire. */
    public String wireName() {
        return wireName;
    }

    /** Returns the kind with this name, if there is one. */
    public static Optional<ProviderKind> of(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName.equals(name))
                .findAny();
    }
}
