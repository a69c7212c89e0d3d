/** The addresses of this server and its dashboard, as far as they are configured, and which addresses are of this machine. */
@NullMarked
package dev.flagledger.access.address;

import org.jspecify.annotations.NullMarked;
