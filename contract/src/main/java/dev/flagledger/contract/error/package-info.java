/** Exceptions for requests that cannot be served, and the handler that turns every exception into a response. */
@NullMarked
package dev.flagledger.contract.error;

import org.jspecify.annotations.NullMarked;
