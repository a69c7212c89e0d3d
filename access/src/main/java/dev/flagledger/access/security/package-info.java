/** Who is calling: tokens become actors here, and what comes without one is turned away unless its door is open. */
@NullMarked
package dev.flagledger.access.security;

import org.jspecify.annotations.NullMarked;
