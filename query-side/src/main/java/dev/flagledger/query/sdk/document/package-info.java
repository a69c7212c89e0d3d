/**
 * The document of an environment: all that an SDK needs to evaluate flags by itself. Kept ready as bytes, and sent only to
 * those who do not have it.
 */
@NullMarked
package dev.flagledger.query.sdk.document;

import org.jspecify.annotations.NullMarked;
