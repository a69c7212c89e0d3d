package dev.flagledger.ledger.log;

/** An entry with the name and the revision under which its event is stored. */
record StoredEntry(String type, int revision, Entry entry) {}
