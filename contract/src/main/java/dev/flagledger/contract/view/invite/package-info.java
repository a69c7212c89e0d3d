/** Invites to organisations. */
@NullMarked
package dev.flagledger.contract.view.invite;

import org.jspecify.annotations.NullMarked;
