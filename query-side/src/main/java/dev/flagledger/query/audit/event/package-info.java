/** Turns each event into its lines of the audit log. Each family of events that is not about features has its file here. */
@NullMarked
package dev.flagledger.query.audit.event;

import org.jspecify.annotations.NullMarked;
