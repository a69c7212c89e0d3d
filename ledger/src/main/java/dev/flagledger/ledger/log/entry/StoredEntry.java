package dev.flagledger.ledger.log.entry;

/** An entry with the name and the revision under which its event is stored. */
public record StoredEntry(String type, int revision, Entry entry) {}
