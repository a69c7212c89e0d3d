/** Permissions granted to members and groups. */
@NullMarked
package dev.flagledger.engine.state.organisation.grant;

import org.jspecify.annotations.NullMarked;
