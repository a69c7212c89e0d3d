/** The addresses under which browsers and clients reach this server and its dashboard, as far as they are configured, and which are of this machine. */
@NullMarked
package dev.flagledger.access.address;

import org.jspecify.annotations.NullMarked;
