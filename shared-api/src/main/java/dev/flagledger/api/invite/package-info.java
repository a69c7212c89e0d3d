/** Invitations to organisations: commands about them. */
@NullMarked
package dev.flagledger.api.invite;

import org.jspecify.annotations.NullMarked;
