package dev.flagledger.contract.view.audit;

import dev.flagledger.engine.change.FlagChange;
import dev.flagledger.engine.change.Target;

/** The contract's texts about feature states, which differ by target without a common pattern. */
public final class AuditedFlagTexts {

    private AuditedFlagTexts() {}

    public static String switched(FlagChange change) {
        return text(
                change,
                "Flag state updated for feature: %s",
                "Flag state / Remote config value updated for feature '%s' and segment '%s'",
                "Flag state / Remote config value updated for feature '%s' and identity '%s'");
    }

    public static String valueChanged(FlagChange change) {
        return text(
                change,
                "Remote config value updated for feature: %s",
                "Remote config updated for segment override on feature '%s' and segment '%s'.",
                "Remote config value updated for identity override on feature '%s' and identity '%s'.");
    }

    /** The text for the percentage of a multivariate option. */
    public static String shareChanged(FlagChange change) {
        return text(
                change,
                "Multivariate value changed for feature '%s'.",
                "Multivariate value changed for feature '%s' and segment '%s'.",
                "Multivariate value changed for feature '%s' and identity '%s'.");
    }

    public static String deleted(FlagChange change) {
        return text(
                change,
                AuditTexts.featureDeleted("%s"),
                "Flag state / Remote config value deleted for feature '%s' and segment '%s'",
                "Flag state / Remote config value deleted for feature '%s' and identity '%s'");
    }

    private static String text(FlagChange change, String ofEveryone, String ofSegment, String ofIdentity) {
        var feature = change.feature().name();
        return switch (change.target()) {
            case Target.Everyone _ -> ofEveryone.formatted(feature);
            case Target.OfSegment of ->
                ofSegment.formatted(feature, of.segment().name());
            case Target.OfIdentity of -> ofIdentity.formatted(feature, of.identifier());
        };
    }
}
