/**
 * The log of identities: ordered identity by identity, with rows that the appending statement keeps up to date. Concurrent
 * reads and appends of a node share statements. There may be millions of identities, so they are not part of the fold;
 * overrides for them are. One package, because appending, reading and folding share the state of an identity.
 */
@NullMarked
package dev.flagledger.installation.identity.log;

import org.jspecify.annotations.NullMarked;
