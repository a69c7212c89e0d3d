package dev.flagledger.api.feature;

/** Whether a feature has one value or several to choose between. */
public enum FeatureType {
    STANDARD,
    MULTIVARIATE
}
