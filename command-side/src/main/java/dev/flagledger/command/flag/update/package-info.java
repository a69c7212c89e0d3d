/** The newer routes for flags, which take several changes of one flag in one request and make all of them or none. */
@NullMarked
package dev.flagledger.command.flag.update;

import org.jspecify.annotations.NullMarked;
