package dev.flagledger.engine.view;

/** An identity, as the admin API has it. */
public record IdentityView(int id, String identifier, int environment) {}
