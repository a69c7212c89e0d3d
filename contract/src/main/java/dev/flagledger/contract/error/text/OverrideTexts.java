package dev.flagledger.contract.error.text;

/** The contract's texts about overriding a feature for a segment, for forms and rejections alike. */
public final class OverrideTexts {

    /** The environment has as many segment overrides as it may have. */
    public static final String FULL = "The environment has reached the maximum allowed segments overrides limit.";

    private OverrideTexts() {}

    /** The segment may only be used for this feature. */
    public static String foreignSegment(int featureId) {
        return "Can only create segment override(using this segment) for feature " + featureId;
    }
}
