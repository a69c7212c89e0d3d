/** Projects as members of their organisation read them. */
@NullMarked
package dev.flagledger.query.project;

import org.jspecify.annotations.NullMarked;
