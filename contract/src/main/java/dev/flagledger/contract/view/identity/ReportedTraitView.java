package dev.flagledger.contract.view.identity;

import org.jspecify.annotations.Nullable;

/** A trait that was set, as SDK routes repeat it. {@code traitValue} is a string, a number, a boolean or null. */
public record ReportedTraitView(
        IdentityName identity, @Nullable Object traitValue, String traitKey) {

    /** Names an identity. */
    public record IdentityName(String identifier) {}

    public static ReportedTraitView of(String identifier, @Nullable Object value, String key) {
        return new ReportedTraitView(new IdentityName(identifier), value, key);
    }
}
