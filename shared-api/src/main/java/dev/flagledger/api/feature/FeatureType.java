package dev.flagledger.api.feature;

/** Whether a feature has a single value or several options. */
public enum FeatureType {
    STANDARD,
    MULTIVARIATE
}
