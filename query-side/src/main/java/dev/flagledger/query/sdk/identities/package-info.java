/**
 * Flags for one identity, and what SDKs report about identities. A response is put together from parts that are written once for each
 * change; the identity is read with its traits in one query, and only what is new is written.
 */
@NullMarked
package dev.flagledger.query.sdk.identities;

import org.jspecify.annotations.NullMarked;
