/**
 * What applications say of identities, and what flags are for one of them. Answers are put together from pieces that are
 * written once for each change; who is meant is read from the register in one look, and only what is new is written.
 */
@NullMarked
package dev.flagledger.query.sdk.identities;

import org.jspecify.annotations.NullMarked;
