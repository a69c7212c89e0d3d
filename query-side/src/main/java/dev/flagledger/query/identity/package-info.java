/**
 * The admin API's reads of identities, their traits and overrides. Identities and traits are rows, since they are too many for
 * the live fold; flags of an identity are evaluated from both.
 */
@NullMarked
package dev.flagledger.query.identity;

import org.jspecify.annotations.NullMarked;
