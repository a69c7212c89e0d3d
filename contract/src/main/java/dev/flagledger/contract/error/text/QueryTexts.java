package dev.flagledger.contract.error.text;

/** Errors of reads that only one route has. */
public final class QueryTexts {

    public static final String ENVIRONMENT_REQUIRED =
            "Environment is required in order to filter by state search or by state enabled";
    public static final String GROUP_OWNER_IDS = "Group owner IDs must be integers.";
    public static final String INTEGER_ID = "Must be a valid integer.";
    public static final String MALFORMED_PERIOD = "Malformed period supplied";
    public static final String NO_SUBSCRIPTION = "Organisation has no subscription";
    public static final String NO_SUPPORTED_MODELS = "No supported models found for the given model name.";
    public static final String NOT_A_CHOICE = "Select a valid choice. That choice is not one of the available choices.";
    public static final String OWNER_IDS = "Owner IDs must be integers.";
    public static final String PROJECT_REQUIRED = "Invalid or missing value for project parameter.";
    public static final String SLACK_TOKEN_MISSING = "Slack api token not found. Please generate the token using oauth";
    public static final String TAG_IDS = "Tag IDs must be integers.";
    public static final String USERS_ONLY = "This endpoint can only be used with a user and not Master API Key";

    private QueryTexts() {}
}
