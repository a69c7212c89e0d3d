/**
 * The register of identities: which there are, by what name, and with which traits. There may be millions, so they are
 * kept in tables and not in the fold. One projection, on the query side, writes the tables; both sides look things up in
 * them, but whether a command holds is decided by the identity itself.
 */
@NullMarked
package dev.flagledger.platform.identity;

import org.jspecify.annotations.NullMarked;
