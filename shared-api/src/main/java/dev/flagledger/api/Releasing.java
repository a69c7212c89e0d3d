package dev.flagledger.api;

/** A command that ends its aggregate's life: the names that the aggregate holds are free again once it is recorded. */
public interface Releasing extends LedgerCommand {}
