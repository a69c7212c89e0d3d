/** Texts as the contract reads and prints them. */
@NullMarked
package dev.flagledger.contract.text;

import org.jspecify.annotations.NullMarked;
