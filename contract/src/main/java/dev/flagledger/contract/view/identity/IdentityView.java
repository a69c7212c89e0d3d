package dev.flagledger.contract.view.identity;

/** An identity, as the admin API has it. */
public record IdentityView(int id, String identifier, int environment) {}
