package dev.flagledger.contract.error.text.project;

/** Texts about features, their owners and options. */
public final class FeatureTexts {

    /** The project has reached its limit of features. */
    public static final String FULL = "The Project has reached the maximum allowed features limit.";

    public static final String INVALID_ALLOCATION = "Invalid percentage allocation";
    public static final String OWNER_REQUIRED =
            "This project requires at least one owner or group owner when creating a feature.";
    public static final String LAST_OWNER = "This project requires at least one owner or group owner per feature.";
    public static final String NO_SUCH_USER = "Some users not found";
    public static final String NO_SUCH_GROUP = "Some groups not found";
    public static final String NO_SLUG =
            "Enter a valid \u201cslug\u201d consisting of letters, numbers, underscores or hyphens.";
    public static final String RESERVED_KEY = "\"control\" is a reserved variant key.";
    public static final String KEY_TAKEN = "Multivariate option with this key already exists for the feature.";
    public static final String FOREIGN_TAG = "Selected Tags must be from the same Project as current Feature";
    public static final String NOT_IN_PROJECT = "Feature does not exist in project";

    private FeatureTexts() {}

    public static String nameMismatch(String regex) {
        return "Feature name must match regex: ^" + regex + "$";
    }

    public static String foreignGroups(Object groups) {
        return "Groups with ids " + groups + " do not belong to this project's organisation.";
    }

    public static String noAccess(Object users) {
        return "Users with ids " + users + " do not have access to this project.";
    }
}
