package dev.flagledger.contract.error.text.project;

/** Texts about segments and their rules. */
public final class SegmentTexts {

    /** The project has reached its limit of segments. */
    public static final String FULL = "The project has reached the maximum allowed segments limit.";

    private SegmentTexts() {}

    public static String tooDeep(int levels) {
        return "Rules must not be nested more than " + levels + " levels deep.";
    }

    public static String tooManyConditions(int conditions, int maximum) {
        return "The segment has " + conditions + " conditions, which exceeds the maximum condition count of " + maximum
                + ".";
    }
}
