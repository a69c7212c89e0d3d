/** What is wrong with a request, and the one place where that becomes an answer. */
@NullMarked
package dev.flagledger.contract.error;

import org.jspecify.annotations.NullMarked;
