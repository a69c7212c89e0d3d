package dev.flagledger.ledger.projection;

/** The tables that a read model is to write: the live ones, or those that a rebuild fills beside them. */
@FunctionalInterface
public interface Tables {

    /** The live tables. */
    Tables LIVE = table -> table;

    /** The name of the table to write instead of this live table, which may be the same. */
    String of(String table);
}
