package dev.flagledger.contract.view.identity;

/** An identity in the admin API. */
public record IdentityView(int id, String identifier, int environment) {}
