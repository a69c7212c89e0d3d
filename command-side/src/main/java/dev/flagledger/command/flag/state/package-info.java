/** The routes of single feature states: the default of a flag, and states by their ids alone. */
@NullMarked
package dev.flagledger.command.flag.state;

import org.jspecify.annotations.NullMarked;
