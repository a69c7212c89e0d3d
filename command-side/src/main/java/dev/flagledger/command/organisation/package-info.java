/** Organisations: founding them and changing what their admins can set. */
@NullMarked
package dev.flagledger.command.organisation;

import org.jspecify.annotations.NullMarked;
