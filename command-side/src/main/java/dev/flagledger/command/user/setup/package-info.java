/** The first steps of an installation: its first superuser, organisation and project. */
@NullMarked
package dev.flagledger.command.user.setup;

import org.jspecify.annotations.NullMarked;
