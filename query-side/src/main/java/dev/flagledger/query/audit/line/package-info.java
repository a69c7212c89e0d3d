/** The lines of the audit log as the rules of each event make them: text, place, object and changed fields. */
@NullMarked
package dev.flagledger.query.audit.line;

import org.jspecify.annotations.NullMarked;
