/** The endpoints that give roles to members, groups and API keys, and take them from them. */
@NullMarked
package dev.flagledger.command.role.holder;

import org.jspecify.annotations.NullMarked;
