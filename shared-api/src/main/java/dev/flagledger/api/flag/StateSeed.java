package dev.flagledger.api.flag;

import java.util.UUID;

/**
 * How a feature started in an environment.
 *
 * @param environmentId the environment
 * @param featureId the feature
 * @param featureStateId the id of the state from now on
 * @param uuid the same for those who address it so
 * @param enabled whether it started switched on
 * @param value what it started with
 */
public record StateSeed(
        int environmentId, int featureId, int featureStateId, UUID uuid, boolean enabled, FeatureValue value) {}
