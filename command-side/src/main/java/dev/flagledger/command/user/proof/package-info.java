/** How users prove who they are: by a password, and by a code of the second factor. What comes of it is for others to say. */
@NullMarked
package dev.flagledger.command.user.proof;

import org.jspecify.annotations.NullMarked;
