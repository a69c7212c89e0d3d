package dev.flagledger.engine.evaluation.condition;

import org.jspecify.annotations.Nullable;

/** The property that a condition tests: a trait, or the value at a path. Properties are equal if their names are. */
final class Property {

    private final String name;
    private final @Nullable Path path;

    Property(String name) {
        this.name = name;
        this.path = Path.of(name);
    }

    @Nullable Object of(Subject subject) {
        var identity = subject.identity();
        var trait = identity == null ? null : identity.traits().get(name);
        return trait != null || path == null ? trait : path.from(subject);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Property property && property.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
