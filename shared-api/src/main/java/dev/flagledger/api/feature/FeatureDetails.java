package dev.flagledger.api.feature;

import org.jspecify.annotations.Nullable;

/**
 * What can still be changed about a feature once it exists.
 *
 * @param description free text, or null
 * @param archived whether the team has put it away; applications are served all the same
 * @param serverKeyOnly whether only applications with a server-side key are told of it
 */
public record FeatureDetails(@Nullable String description, boolean archived, boolean serverKeyOnly) {}
