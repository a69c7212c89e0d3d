package dev.flagledger.contract.error.text;

/** Texts of the routes that applications use. */
public final class SdkTexts {

    public static final String CLIENT_SETS_TRAITS = "Setting traits not allowed with client key.";
    public static final String CLIENT_SETS_TRAITS_IN_BULK = "Unable to set traits with client key.";
    public static final String FEATURE_NOT_FOUND = "Given feature not found";
    public static final String IDENTIFIER_MISSING = "Missing identifier";
    public static final String INVALID_BULK_REQUEST = "Invalid request data";
    public static final String GET_ONLY = "Method not allowed.";

    // Flagsmith's two sentences differ in one capital letter. The environment document has the first one for unknown
    // keys too.
    public static final String KEY_MISSING = "Invalid or missing Environment key";
    public static final String KEY_UNKNOWN = "Invalid or missing Environment Key";

    public static final String NOT_AN_OBJECT = "Expected a JSON object.";
    public static final String NOT_YET_VISIBLE = "Recorded, but not visible here yet.";
    public static final String TOO_MANY_STREAMS = "Too many streams are open here.";
    public static final String TRAIT_VALUE_MISSING = "Trait value not provided";

    private SdkTexts() {}

    public static String methodNotAllowed(String method) {
        return "Method \"" + method + "\" not allowed.";
    }

    public static String traitTooLong(int max) {
        return "Value string is too long. Must be less than " + max + " character";
    }
}
