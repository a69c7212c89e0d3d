package dev.flagledger.installation.identity;

/** An identity that is there: what an application calls one of its users, in one environment. */
public record KnownIdentity(int id, int environmentId, String identifier) {}
