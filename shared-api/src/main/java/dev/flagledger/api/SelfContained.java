package dev.flagledger.api;

/**
 * A command whose handling reads and writes no rows but the events of its own stream. It needs no transaction, and its
 * events are appended in one batch with those of concurrent commands.
 */
public interface SelfContained extends LedgerCommand {}
