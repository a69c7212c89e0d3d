/** Flagsmith's wire format: requests, responses, errors. Contains no domain logic. */
@NullMarked
package dev.flagledger.contract;

import org.jspecify.annotations.NullMarked;
