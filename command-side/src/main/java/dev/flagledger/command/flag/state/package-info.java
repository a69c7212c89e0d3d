/** Endpoints for single feature states. */
@NullMarked
package dev.flagledger.command.flag.state;

import org.jspecify.annotations.NullMarked;
