/**
 * Identities, their traits and their overrides, for administrators; and the projection that keeps the register of
 * identities, which is too long for the fold. What flags are for an identity is evaluated from both.
 */
@NullMarked
package dev.flagledger.query.identity;

import org.jspecify.annotations.NullMarked;
