/** Open invites and invite links of organisations, for their admins. */
@NullMarked
package dev.flagledger.query.invite;

import org.jspecify.annotations.NullMarked;
