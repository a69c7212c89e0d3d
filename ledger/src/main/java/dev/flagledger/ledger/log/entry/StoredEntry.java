package dev.flagledger.ledger.log.entry;

/** An entry with the stored name and the revision of its event. */
public record StoredEntry(String type, int revision, Entry entry) {}
