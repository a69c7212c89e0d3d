package dev.flagledger.contract.error.text;

/** Texts about the rules of segments. */
public final class SegmentTexts {

    private SegmentTexts() {}

    public static String tooDeep(int levels) {
        return "Rules must not be nested more than " + levels + " levels deep.";
    }

    public static String tooManyConditions(int conditions, int maximum) {
        return "The segment has " + conditions + " conditions, which exceeds the maximum condition count of " + maximum
                + ".";
    }
}
