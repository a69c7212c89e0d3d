/** Roles of organisations: their part of the organisation's aggregate, and the endpoints that change them. */
@NullMarked
package dev.flagledger.command.role;

import org.jspecify.annotations.NullMarked;
