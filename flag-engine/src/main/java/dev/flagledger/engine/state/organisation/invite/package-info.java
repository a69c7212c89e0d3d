/** Open invitations to organisations. */
@NullMarked
package dev.flagledger.engine.state.organisation.invite;

import org.jspecify.annotations.NullMarked;
