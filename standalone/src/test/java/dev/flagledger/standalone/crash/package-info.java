/** Kills a server again and again. In a package of its own, so that it begins early. */
@NullMarked
package dev.flagledger.standalone.crash;

import org.jspecify.annotations.NullMarked;
