package dev.flagledger.contract.error.text.project;

/** Texts about custom fields. */
public final class MetadataTexts {

    public static final String NOT_UNIQUE = "The fields model_field, content_type, object_id must make a unique set.";
    public static final String ALREADY_ATTACHED = "The fields field, content_type must make a unique set.";
    public static final String FIELD_IS_FIXED = "Cannot change the field of a model field";
    public static final String REQUIREMENT_TYPE = "The requirement content type must be project or organisation";
    public static final String REQUIREMENT_ORGANISATION =
            "The requirement organisation does not match the field organisation";
    public static final String FOREIGN_PROJECT = "Project must belong to the specified organisation.";

    private MetadataTexts() {}

    public static String invalidValue(String field) {
        return "Invalid value for field " + field;
    }

    public static String missing(String field) {
        return "Missing required metadata field: " + field;
    }
}
