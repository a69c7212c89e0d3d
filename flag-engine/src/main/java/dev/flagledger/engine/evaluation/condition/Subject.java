package dev.flagledger.engine.evaluation.condition;

import dev.flagledger.engine.evaluation.context.EnvironmentContext;
import dev.flagledger.engine.evaluation.context.EvaluationContext;
import dev.flagledger.engine.evaluation.context.IdentityContext;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Whom conditions are asked of: an identity, or nobody in particular, in its environment. Remembers what has been found
 * out, so that nothing is looked at twice in one evaluation; for one thread.
 */
public final class Subject {

    private final EnvironmentContext environment;
    private final Supplier<EvaluationContext> context;
    private final @Nullable IdentityContext identity;
    private final Map<Property, Value> values = new HashMap<>();
    private final Map<Membership, Boolean> memberships = new HashMap<>();

    /** This identity, whoever the context is for. */
    public Subject(EvaluationContext context, @Nullable IdentityContext identity) {
        this(context.environment(), () -> context, identity);
    }

    /**
     * The same where the whole context is made only if a condition looks at its features or segments.
     *
     * @param environment that of the context
     */
    public Subject(
            EnvironmentContext environment, Supplier<EvaluationContext> context, @Nullable IdentityContext identity) {
        this.environment = environment;
        this.context = context;
        this.identity = identity == null ? null : identity.keyedIn(environment);
    }

    /** Whether the subject is in this segment. */
    public boolean isIn(Membership segment) {
        var known = memberships.get(segment);
        if (known != null) {
            return known;
        }
        boolean found = segment.includes(this);
        memberships.put(segment, found);
        return found;
    }

    /** What percentages are drawn from; null for nobody in particular. */
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
