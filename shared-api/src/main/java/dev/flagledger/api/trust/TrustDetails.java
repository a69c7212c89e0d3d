package dev.flagledger.api.trust;

import java.util.List;

/**
 * Whom an organisation trusts.
 *
 * @param name at most 100 characters; shown as the author of changes
 * @param issuer the issuer of the tokens, an https URL without query and fragment, at most 500 characters
 * @param audience whom the tokens must be meant for, at most 500 characters
 * @param claimRules further requirements on the tokens, all of which must be met
 */
public record TrustDetails(String name, String issuer, String audience, List<ClaimRule> claimRules) {}
