package dev.flagledger.contract.error.text.project;

/** Texts about feature states and segment overrides. */
public final class FlagTexts {

    public static final String SHARES_EXCEED_ALL = "Multivariate percentage values exceed 100%.";
    public static final String PLACE_IS_FIXED = "Cannot change the feature segment of a feature state";
    public static final String FOREIGN_PLACE = "Feature Segment does not belong to environment.";
    public static final String NO_OVERRIDE = "Segment override not found.";
    public static final String NO_SEGMENT = "Segment not found.";
    public static final String NAME_OR_ID_REQUIRED = "Either 'name' or 'id' is required for feature identification";
    public static final String NAME_AND_ID = "Provide either 'name' or 'id', not both";
    public static final String DUPLICATE_SEGMENT_IDS = "Duplicate segment_id values are not allowed";
    public static final String DUPLICATE_OPTIONS = "Multivariate options must be unique";
    public static final String INCOMPLETE_VARIANTS = "Must include all feature's variants.";
    public static final String NOT_MULTIVARIATE = "Feature is not multivariate.";
    public static final String NO_VARIANT = "Variant not found.";
    public static final String WEIGHT_EXCEEDS_ALL = "Total weight must not exceed 100.";
    public static final String CHANGE_REQUESTS = "Cannot update flags in an environment with change requests enabled.";
    public static final String ENVIRONMENT_REQUIRED = "Environment may not be null.";
    public static final String PLACES_NOT_FOUND = "Some of the provided ids were not found.";
    public static final String PLACES_OF_SEVERAL =
            "All feature segments must belong to the same feature & environment.";
    public static final String EXPERIMENT_CHANGE_REQUESTS =
            "This endpoint cannot be used when change requests are enabled. Use the change request workflow instead.";
    public static final String OPTION_TWICE =
            "{'__all__': ['Multivariate feature state value with this Feature state and Multivariate feature option already exists.']}";

    private FlagTexts() {}

    public static String fixed(String field) {
        return "Cannot change the " + field + " of a feature state";
    }

    public static String fixedPlace(String field) {
        return "Cannot change the " + field + " of a feature segment";
    }

    public static String noFeature(Object feature) {
        return "Feature '{" + feature + "}' not found in project";
    }

    public static String noSegment(Object segment) {
        return "Segment with id " + segment + " not found in project";
    }

    public static String foreignOptions(Object options) {
        return "Multivariate options " + options + " do not belong to the feature";
    }

    public static String sharesExceedAll(Object total) {
        return "Multivariate allocations for the feature state must not exceed 100%, got " + total + "%.";
    }

    public static String notAnInteger(String value) {
        return "'" + value + "' is not a valid integer";
    }

    public static String notABoolean(String value) {
        return "'" + value + "' is not a valid boolean (use 'true' or 'false')";
    }

    public static String duplicateSegment(int segment) {
        return "Duplicate segment: " + segment + ".";
    }

    public static String duplicatePriority(Object priority) {
        return "Duplicate priority: " + priority + ".";
    }

    public static String noOverride(int segment) {
        return "Segment override for segment " + segment + " does not exist";
    }
}
