/** Endpoints that take several changes of one flag in a request and apply all or none. */
@NullMarked
package dev.flagledger.command.flag.update;

import org.jspecify.annotations.NullMarked;
