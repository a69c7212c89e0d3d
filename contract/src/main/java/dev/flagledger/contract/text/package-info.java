/** Python's text formats, on which the contract depends. */
@NullMarked
package dev.flagledger.contract.text;

import org.jspecify.annotations.NullMarked;
