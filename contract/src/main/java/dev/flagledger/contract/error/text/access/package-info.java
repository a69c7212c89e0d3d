/** The sentences of errors about accounts, members, and what they may do. */
@NullMarked
package dev.flagledger.contract.error.text.access;

import org.jspecify.annotations.NullMarked;
