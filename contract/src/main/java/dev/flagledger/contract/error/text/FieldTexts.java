package dev.flagledger.contract.error.text;

/** Texts about single fields, as Django REST Framework words them. */
public final class FieldTexts {

    /** The key for errors of a form as a whole. */
    public static final String NON_FIELD_ERRORS = "non_field_errors";

    public static final String REQUIRED = "This field is required.";
    public static final String NOT_NULL = "This field may not be null.";
    public static final String NOT_BLANK = "This field may not be blank.";
    public static final String NOT_A_STRING = "Not a valid string.";
    public static final String EXPECTED_OBJECT = "Expected an object.";

    private FieldTexts() {}

    public static String notAnObject(String type) {
        return "Invalid data. Expected a dictionary, but got " + type + ".";
    }

    public static String notAList(String type) {
        return "Expected a list of items but got type \"" + type + "\".";
    }

    public static String noSuchObject(Object pk) {
        return "Invalid pk \"" + pk + "\" - object does not exist.";
    }

    public static String atLeast(long minimum) {
        return "Ensure this value is greater than or equal to " + minimum + ".";
    }

    public static String atMost(long maximum) {
        return "Ensure this value is less than or equal to " + maximum + ".";
    }

    public static String atLeastElements(int minimum) {
        return "Ensure this field has at least " + minimum + " elements.";
    }

    public static String atMostElements(int maximum) {
        return "Ensure this field has no more than " + maximum + " elements.";
    }
}
