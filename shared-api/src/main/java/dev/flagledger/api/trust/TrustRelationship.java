package dev.flagledger.api.trust;

/**
 * A trust relationship.
 *
 * @param keyId id of the API key as which the workloads act; it has no secret
 */
public record TrustRelationship(int id, int keyId, TrustDetails details) {}
