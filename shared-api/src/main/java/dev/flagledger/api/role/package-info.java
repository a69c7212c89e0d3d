/** Roles of organisations: named sets of permissions that users, groups and API keys hold. */
@NullMarked
package dev.flagledger.api.role;

import org.jspecify.annotations.NullMarked;
