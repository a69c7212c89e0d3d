/** Flagsmith's wire format: requests, responses, errors, and the lines of events in its audit log. Contains no domain logic. */
@NullMarked
package dev.flagledger.contract;

import org.jspecify.annotations.NullMarked;
