/** Turns events into lines of the audit log, with a file for each family of events other than those of features. */
@NullMarked
package dev.flagledger.contract.audit.event;

import org.jspecify.annotations.NullMarked;
