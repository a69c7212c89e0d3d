package dev.flagledger.command.transfer;

/** What an import does with features that exist. The names are the contract's. */
enum ImportStrategy {
    /** Leaves them as they are. */
    SKIP,
    /** Sets them as in the file, and removes their overrides. */
    OVERWRITE_DESTRUCTIVE
}
