/**
 * Permissions granted to members and groups: the part of the organisation's aggregate that decides about them, and their
 * endpoints.
 */
@NullMarked
package dev.flagledger.command.grant;

import org.jspecify.annotations.NullMarked;
