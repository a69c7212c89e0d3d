package dev.flagledger.query.sdk.identities;

import dev.flagledger.api.identity.Trait;
import dev.flagledger.contract.view.identity.TraitResponse;
import dev.flagledger.engine.text.PythonFloat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A trait as an application says it, or hears it.
 *
 * @param id null for what is not kept
 * @param type null if it stands for no trait at all
 * @param value as in {@link Trait}
 * @param isTransient whether it counts for this request only
 */
public record TraitInput(
        @Nullable Integer id,
        String key,
        Trait.@Nullable Type type,
        @Nullable String value,
        boolean isTransient) {

    static TraitInput of(Trait kept) {
        return new TraitInput(kept.id(), kept.key(), kept.type(), kept.value(), false);
    }

    /** Whether it says that there is no such trait. */
    public boolean isNone() {
        return type == null;
    }

    TraitInput inPassing() {
        return new TraitInput(null, key, type, value, true);
    }

    boolean differsFrom(Trait kept) {
        return type != kept.type() || !Objects.equals(value, kept.value());
    }

    /** To be kept, or evaluated, under this id. Only for what is a trait. */
    Trait kept(int withId) {
        return new Trait(withId, key, Objects.requireNonNull(type), value);
    }

    /** As applications have it. */
    public TraitResponse view() {
        return new TraitResponse(id, key, plain(), isTransient);
    }

    /** The value as JSON has it. */
    public @Nullable Object plain() {
        return type == null ? null : kept(0).plain();
    }

    /** The value as Python prints it. */
    String printed() {
        return switch (plain()) {
            case Boolean bool -> bool ? "True" : "False";
            case Double number -> PythonFloat.text(number);
            case null -> "None";
            case Object other -> other.toString();
        };
    }
}
