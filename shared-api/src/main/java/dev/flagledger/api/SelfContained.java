package dev.flagledger.api;

/**
 * A command that its aggregate decides alone: in the database, handling it reads and writes nothing but the events of its stream.
 * So it needs no transaction of its own, and its events are appended together with those of others that meet.
 */
public interface SelfContained extends LedgerCommand {}
