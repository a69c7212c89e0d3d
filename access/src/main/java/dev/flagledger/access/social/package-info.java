/** Logins with accounts of Google and GitHub, as the dashboard knows them. The operator configures them for the installation. */
@NullMarked
package dev.flagledger.access.social;

import org.jspecify.annotations.NullMarked;
