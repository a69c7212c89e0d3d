package dev.flagledger.contract.error.text;

/** Texts about features, their owners and options. */
public final class FeatureTexts {

    public static final String INVALID_ALLOCATION = "Invalid percentage allocation";
    public static final String OWNER_REQUIRED =
            "This project requires at least one owner or group owner when creating a feature.";
    public static final String NO_SUCH_USER = "Some users not found";
    public static final String NO_SUCH_GROUP = "Some groups not found";
    public static final String NO_SLUG =
            "Enter a valid \u201cslug\u201d consisting of letters, numbers, underscores or hyphens.";
    public static final String RESERVED_KEY = "\"control\" is a reserved variant key.";
    public static final String NOT_IN_PROJECT = "Feature does not exist in project";

    private FeatureTexts() {}

    public static String nameMismatch(String regex) {
        return "Feature name must match regex: ^" + regex + "$";
    }

    public static String noAccess(Object users) {
        return "Users with ids " + users + " do not have access to this project.";
    }
}
