package dev.flagledger.contract.error.text;

/** Texts about identities and their traits. */
public final class IdentityTexts {

    public static final String INVALID_IDENTIFIER = "Invalid identifier";
    public static final String NOT_IN_ENVIRONMENT = "Identity does not exist in environment.";
    public static final String TRAIT_TAKEN = "The fields trait_key, identity must make a unique set.";
    public static final String TRAIT_NOT_INTEGER = "Trait is not an integer.";
    public static final String TRAIT_OUT_OF_RANGE = "Trait would be out of range.";
    public static final String TRAITS_NOT_DELETED = "Couldn't delete trait keys.";

    private IdentityTexts() {}

    public static String exists(String identifier) {
        return "Identity with identifier '" + identifier + "' already exists in this environment";
    }
}
