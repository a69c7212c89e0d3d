/** Organisations, their members and permissions. */
@NullMarked
package dev.flagledger.contract.view.organisation;

import org.jspecify.annotations.NullMarked;
