/**
 * The row of the audit log that every event has: where it happened, who caused it and how, and what it changed. The contract's lines
 * cover only what Flagsmith audits.
 */
@NullMarked
package dev.flagledger.query.audit.row;

import org.jspecify.annotations.NullMarked;
