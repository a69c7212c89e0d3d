package dev.flagledger.api.flag;

/** The id of a flag: a feature in an environment. */
public record FlagId(int environmentId, int featureId) {}
