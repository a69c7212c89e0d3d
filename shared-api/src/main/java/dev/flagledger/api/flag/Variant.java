package dev.flagledger.api.flag;

/**
 * The share of identities that a feature state gives one multivariate option to.
 *
 * @param id of this share
 * @param optionId the option
 * @param percentage from 0 to 100; what all shares of a state leave over gets the state's own value
 */
public record Variant(int id, int optionId, double percentage) {}
