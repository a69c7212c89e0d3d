/**
 * The commands for auditors, {@code flagledger verify} and {@code flagledger export}. They read a database, a server or a file, and
 * start neither a node nor Spring.
 */
@NullMarked
package dev.flagledger.standalone.proof;

import org.jspecify.annotations.NullMarked;
