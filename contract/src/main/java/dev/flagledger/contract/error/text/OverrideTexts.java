package dev.flagledger.contract.error.text;

/** Texts about segment overrides, shared by forms and rejections. */
public final class OverrideTexts {

    /** The environment has reached its limit of segment overrides. */
    public static final String FULL = "The environment has reached the maximum allowed segments overrides limit.";

    private OverrideTexts() {}

    /** The segment belongs to another feature. */
    public static String foreignSegment(int featureId) {
        return "Can only create segment override(using this segment) for feature " + featureId;
    }
}
