package dev.flagledger.installation.identity;

/** An existing identity. */
public record KnownIdentity(int id, int environmentId, String identifier) {}
