/** Identities and their traits. */
@NullMarked
package dev.flagledger.contract.view.identity;

import org.jspecify.annotations.NullMarked;
