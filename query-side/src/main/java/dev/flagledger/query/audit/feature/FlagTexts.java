package dev.flagledger.query.audit.feature;

import dev.flagledger.engine.change.FlagChange;
import dev.flagledger.engine.change.Target;

/** The contract's words for what happens to a feature state. They differ with whom it is for, and not in one pattern. */
final class FlagTexts {

    private FlagTexts() {}

    static String switched(FlagChange change) {
        return told(
                change,
                "Flag state updated for feature: %s",
                "Flag state / Remote config value updated for feature '%s' and segment '%s'",
                "Flag state / Remote config value updated for feature '%s' and identity '%s'");
    }

    static String revalued(FlagChange change) {
        return told(
                change,
                "Remote config value updated for feature: %s",
                "Remote config updated for segment override on feature '%s' and segment '%s'.",
                "Remote config value updated for identity override on feature '%s' and identity '%s'.");
    }

    /** For a share of a multivariate option. */
    static String shared(FlagChange change) {
        return told(
                change,
                "Multivariate value changed for feature '%s'.",
                "Multivariate value changed for feature '%s' and segment '%s'.",
                "Multivariate value changed for feature '%s' and identity '%s'.");
    }

    static String gone(FlagChange change) {
        return told(
                change,
                FeatureLines.deletedText("%s"),
                "Flag state / Remote config value deleted for feature '%s' and segment '%s'",
                "Flag state / Remote config value deleted for feature '%s' and identity '%s'");
    }

    private static String told(FlagChange change, String ofEveryone, String ofSegment, String ofIdentity) {
        var feature = change.feature().name();
        return switch (change.target()) {
            case Target.Everyone _ -> ofEveryone.formatted(feature);
            case Target.OfSegment of ->
                ofSegment.formatted(feature, of.segment().name());
            case Target.OfIdentity of -> ofIdentity.formatted(feature, of.identifier());
        };
    }
}
