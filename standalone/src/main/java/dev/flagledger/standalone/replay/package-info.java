/** Rebuilds of read models on request: the endpoint of the management port, and the command that asks it. */
@NullMarked
package dev.flagledger.standalone.replay;

import org.jspecify.annotations.NullMarked;
