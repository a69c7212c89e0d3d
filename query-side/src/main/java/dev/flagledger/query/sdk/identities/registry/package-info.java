/** The recorded identities as a node knows them, each with the last responses about it, and how what is new is recorded. */
@NullMarked
package dev.flagledger.query.sdk.identities.registry;

import org.jspecify.annotations.NullMarked;
