package dev.flagledger.contract.error.text;

/** Error details of the OpenFeature Remote Evaluation Protocol. */
public final class OfrepTexts {

    public static final String INVALID_ATTRIBUTE = "An attribute's name or value is no text, or too long.";
    public static final String NO_FLAG = "There is no such flag.";
    public static final String NOT_AN_OBJECT = "The context is no object.";
    public static final String TOO_LARGE = "Too large.";
    public static final String UNREADABLE = "The request cannot be read.";

    private OfrepTexts() {}

    public static String invalidTargetingKey(int max) {
        return "The targeting key is no text of up to " + max + " characters.";
    }
}
