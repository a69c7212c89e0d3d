package dev.flagledger.contract.error.text.project;

/** Texts about overrides, shared by forms and rejections. */
public final class OverrideTexts {

    /** The environment has reached its limit of segment overrides. */
    public static final String FULL = "The environment has reached the maximum allowed segments overrides limit.";

    /** The segment or identity has an override of the feature. The contract's text is a printed list, with its brackets. */
    public static final String EXISTS =
            "['Feature state already exists for this environment, feature, version, segment & identity combination']";

    private OverrideTexts() {}

    /** The segment belongs to another feature. */
    public static String foreignSegment(int featureId) {
        return "Can only create segment override(using this segment) for feature " + featureId;
    }
}
