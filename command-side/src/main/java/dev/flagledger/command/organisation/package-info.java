/** Organisations: their settings, members and API keys, and their deletion with everything that they own. */
@NullMarked
package dev.flagledger.command.organisation;

import org.jspecify.annotations.NullMarked;
