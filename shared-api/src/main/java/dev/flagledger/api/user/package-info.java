/** User accounts. Passwords and tokens are never part of commands or events. */
@NullMarked
package dev.flagledger.api.user;

import org.jspecify.annotations.NullMarked;
