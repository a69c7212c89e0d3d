/** The endpoints that change what a role may do, and where. */
@NullMarked
package dev.flagledger.command.role.grant;

import org.jspecify.annotations.NullMarked;
