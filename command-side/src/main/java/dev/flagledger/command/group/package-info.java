/** Groups of members: the part of the organisation's aggregate that decides about them, and their endpoints. */
@NullMarked
package dev.flagledger.command.group;

import org.jspecify.annotations.NullMarked;
