/**
 * Permissions: whether an actor holds one on a scope, derived from the members and API keys of organisations, and lookups
 * in the installation that answer missing or forbidden as Flagsmith does.
 */
@NullMarked
package dev.flagledger.access.permission;

import org.jspecify.annotations.NullMarked;
