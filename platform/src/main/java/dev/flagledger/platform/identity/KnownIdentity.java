package dev.flagledger.platform.identity;

/** An identity that is there: what an application calls one of its users, in one environment. */
public record KnownIdentity(int id, int environmentId, String identifier) {}
