/** A room of the house in which every rule is broken. */
@NullMarked
package dev.flagledger.standalone.boundaries.broken.installation;

import org.jspecify.annotations.NullMarked;
