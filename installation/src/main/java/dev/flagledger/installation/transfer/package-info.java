/**
 * Exports and imports: documents, and the status of imports. They are not events, since the changes of an import are
 * events themselves.
 */
@NullMarked
package dev.flagledger.installation.transfer;

import org.jspecify.annotations.NullMarked;
