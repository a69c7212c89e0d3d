/** Groups of members, as far as the caller may see them. */
@NullMarked
package dev.flagledger.query.group;

import org.jspecify.annotations.NullMarked;
