/** The model of the audit log's lines: text, place, related object and changed fields. */
@NullMarked
package dev.flagledger.contract.audit.line;

import org.jspecify.annotations.NullMarked;
