/**
 * Identities as applications report them: their log, which is in order identity by identity, and the rows that show what has
 * become of each, written by the statement that appends. Those that are reported at the same time are looked up and written
 * together. There may be millions, so they are no part of the fold; what people decide about them, such as overrides, is.
 */
@NullMarked
package dev.flagledger.installation.identity;

import org.jspecify.annotations.NullMarked;
