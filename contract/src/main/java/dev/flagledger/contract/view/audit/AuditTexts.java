package dev.flagledger.contract.view.audit;

import org.jspecify.annotations.Nullable;

/**
 * The texts of audit log lines other than those of feature states. Flagsmith has none for changed options, segments without a
 * state, health providers, erasures and locked logins.
 */
public final class AuditTexts {

    private AuditTexts() {}

    /** For a new feature, and for its state in an environment. */
    public static String featureCreated(String feature) {
        return "New Flag / Remote Config created: " + feature;
    }

    public static String featureUpdated(String feature) {
        return "Flag / Remote Config updated: " + feature;
    }

    /** For a deleted feature, and for its state in an environment. */
    public static String featureDeleted(String feature) {
        return "Flag / Remote Config Deleted: " + feature;
    }

    public static String optionAdded(String feature) {
        return "Multivariate option added to feature '%s'.".formatted(feature);
    }

    public static String optionUpdated(String feature) {
        return "Multivariate option updated on feature '%s'.".formatted(feature);
    }

    public static String optionRemoved(String feature) {
        return "Multivariate option removed from feature '%s'.".formatted(feature);
    }

    public static String segmentsReordered(String feature) {
        return "Segment overrides re-ordered for feature '%s'.".formatted(feature);
    }

    /** For a segment that got a priority without a state. */
    public static String segmentPlaced(String segment, String feature) {
        return "Segment '%s' placed among the overrides of feature '%s'".formatted(segment, feature);
    }

    /** For a segment that lost a priority without a state. */
    public static String segmentRemoved(String segment, String feature) {
        return "Segment '%s' no longer among the overrides of feature '%s'".formatted(segment, feature);
    }

    public static String versionPublished(String feature) {
        return "New version published for feature: " + feature;
    }

    public static String healthProviderAdded(String provider, String project) {
        return "Health provider " + provider + " set up for project " + project + ".";
    }

    public static String healthProviderRemoved(String provider, String project) {
        return "Health provider " + provider + " removed from project " + project + ".";
    }

    /**
     * The text for a changed health of a feature.
     *
     * @param environment null for all environments
     * @param reason null if the provider gave none
     */
    public static String healthChanged(
            String status, String feature, @Nullable String environment, String provider, @Nullable String reason) {
        var scope = environment == null ? "" : " in environment " + environment;
        var text = "Health status changed to " + status + " for feature " + feature + scope + ".\n\nProvided by "
                + provider;
        return reason == null ? text : text + "\n\nReason:\n" + reason;
    }

    public static String userErased(int userId) {
        return "Personal data erased of user: " + userId;
    }

    public static String identityErased(int identityId) {
        return "Personal data erased of identity: " + identityId;
    }

    public static String loginsLocked(String email) {
        return "Logins refused after too many that failed: " + email;
    }
}
