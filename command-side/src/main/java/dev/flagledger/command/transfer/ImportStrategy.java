package dev.flagledger.command.transfer;

/** What an import does with features that are there already; the names are those on the wire. */
enum ImportStrategy {
    /** They stay as they are. */
    SKIP,
    /** The environment is given what the file says of them, and loses its overrides of them. */
    OVERWRITE_DESTRUCTIVE
}
