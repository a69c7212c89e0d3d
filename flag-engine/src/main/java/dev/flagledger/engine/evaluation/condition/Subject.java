package dev.flagledger.engine.evaluation.condition;

import dev.flagledger.engine.evaluation.context.EnvironmentContext;
import dev.flagledger.engine.evaluation.context.EvaluationContext;
import dev.flagledger.engine.evaluation.context.IdentityContext;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The subject of an evaluation: an identity or none, in an environment. Caches properties and memberships for one
 * evaluation. Not thread-safe.
 */
public final class Subject {

    private final EnvironmentContext environment;
    private final Supplier<EvaluationContext> context;
    private final @Nullable IdentityContext identity;
    private final Map<Property, Value> values = new HashMap<>();
    private final Map<Membership, Boolean> memberships = new HashMap<>();

    /** Creates the subject for this identity instead of the context's. */
    public Subject(EvaluationContext context, @Nullable IdentityContext identity) {
        this(context.environment(), () -> context, identity);
    }

    /**
     * Creates the subject with a context that is created lazily, if a condition refers to its features or segments.
     *
     * @param environment the environment of the context
     */
    public Subject(
            EnvironmentContext environment, Supplier<EvaluationContext> context, @Nullable IdentityContext identity) {
        this.environment = environment;
        this.context = context;
        this.identity = identity == null ? null : identity.keyedIn(environment);
    }

    /** Returns whether the subject belongs to this segment. */
    public boolean isIn(Membership segment) {
        var known = memberships.get(segment);
        if (known != null) {
            return known;
        }
        boolean found = segment.includes(this);
        memberships.put(segment, found);
        return found;
    }

    /** Returns the key for percentage splits; null for no identity. */
    public @Nullable String identityKey() {
        return identity == null ? null : identity.key();
    }

    EnvironmentContext environment() {
        return environment;
    }

    EvaluationContext context() {
        return context.get();
    }

    @Nullable IdentityContext identity() {
        return identity;
    }

    Value value(Property property) {
        var known = values.get(property);
        if (known != null) {
            return known;
        }
        var value = Value.of(property.of(this));
        values.put(property, value);
        return value;
    }
}
