/** Organisations: founding them, changing what their admins can set, and deleting them with all that they have. */
@NullMarked
package dev.flagledger.command.organisation;

import org.jspecify.annotations.NullMarked;
