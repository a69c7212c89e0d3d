/** Organisations, users and permissions. */
@NullMarked
package dev.flagledger.contract.view.organisation;

import org.jspecify.annotations.NullMarked;
