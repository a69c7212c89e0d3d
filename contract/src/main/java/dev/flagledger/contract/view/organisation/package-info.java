/** Organisations, users and what they may. */
@NullMarked
package dev.flagledger.contract.view.organisation;

import org.jspecify.annotations.NullMarked;
