package dev.flagledger.api.trust;

import java.util.List;

/**
 * A requirement on one claim of a token.
 *
 * @param claim name of the claim, at most 255 characters
 * @param values patterns, at least one, each at most 500 characters: the claim must match one of them. An asterisk stands for
 *     any characters, a question mark for one
 */
public record ClaimRule(String claim, List<String> values) {}
