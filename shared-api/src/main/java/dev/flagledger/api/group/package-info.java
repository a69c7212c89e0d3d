/** Groups of members: their properties and the commands about them. */
@NullMarked
package dev.flagledger.api.group;

import org.jspecify.annotations.NullMarked;
