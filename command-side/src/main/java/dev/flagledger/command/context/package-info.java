/** What controllers need of a request in order to send commands. */
@NullMarked
package dev.flagledger.command.context;

import org.jspecify.annotations.NullMarked;
