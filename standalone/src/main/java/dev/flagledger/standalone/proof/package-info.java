/**
 * The commands {@code flagledger verify}, {@code export} and {@code import}. They read a database, a server or a file, and start neither a
 * node nor Spring.
 */
@NullMarked
package dev.flagledger.standalone.proof;

import org.jspecify.annotations.NullMarked;
