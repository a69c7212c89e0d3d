package dev.flagledger.query.sdk.identities.request;

import dev.flagledger.api.identity.Trait;
import dev.flagledger.contract.view.identity.TraitResponse;
import dev.flagledger.engine.text.PythonFloat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A trait as an application sends or receives it.
 *
 * @param id null if the trait is not recorded
 * @param type null to remove the trait
 * @param value as in {@link Trait}
 * @param isTransient whether the trait counts for this request only
 */
public record TraitInput(
        @Nullable Integer id,
        String key,
        Trait.@Nullable Type type,
        @Nullable String value,
        boolean isTransient) {

    /** Returns a recorded trait. */
    public static TraitInput of(Trait kept) {
        return new TraitInput(kept.id(), kept.key(), kept.type(), kept.value(), false);
    }

    /** Returns whether this removes the trait. */
    public boolean isNone() {
        return type == null;
    }

    /** Returns this trait as one that counts for this request only. */
    public TraitInput asTransient() {
        return new TraitInput(null, key, type, value, true);
    }

    /** Returns whether recording this would change the recorded trait with the same key. */
    public boolean differsFrom(Trait kept) {
        return type != kept.type() || !Objects.equals(value, kept.value());
    }

    /** Returns the trait to record or evaluate, with this id. Not for removals. */
    public Trait kept(int withId) {
        return new Trait(withId, key, Objects.requireNonNull(type), value);
    }

    public TraitResponse view() {
        return new TraitResponse(id, key, plain(), isTransient);
    }

    /** Returns the value as its JSON type; null for a removal. */
    public @Nullable Object plain() {
        return type == null ? null : kept(0).plain();
    }

    /** Returns the value as Python prints it. */
    String printed() {
        return switch (plain()) {
            case Boolean bool -> bool ? "True" : "False";
            case Double number -> PythonFloat.text(number);
            case null -> "None";
            case Object other -> other.toString();
        };
    }
}
