package dev.flagledger.api.flag;

/**
 * The share of identities that a feature state assigns to a multivariate option.
 *
 * @param id id of the share
 * @param optionId id of the option
 * @param percentage from 0 to 100; the remainder of all shares gets the state's own value
 */
public record Variant(int id, int optionId, double percentage) {}
