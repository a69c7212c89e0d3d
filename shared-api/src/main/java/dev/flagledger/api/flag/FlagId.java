package dev.flagledger.api.flag;

/** Which flag: one feature in one environment. */
public record FlagId(int environmentId, int featureId) {}
