/**
 * The environment document: what an SDK needs to evaluate flags locally. Prepared as bytes, and sent only to clients that do not have
 * the current one.
 */
@NullMarked
package dev.flagledger.query.sdk.document;

import org.jspecify.annotations.NullMarked;
