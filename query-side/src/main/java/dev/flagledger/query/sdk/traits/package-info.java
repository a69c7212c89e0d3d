/**
 * Applications that say something of identities without asking for flags: one trait, many at once, or a number to add to
 * one. What is said is kept as it is everywhere else; here it is only read and repeated.
 */
@NullMarked
package dev.flagledger.query.sdk.traits;

import org.jspecify.annotations.NullMarked;
