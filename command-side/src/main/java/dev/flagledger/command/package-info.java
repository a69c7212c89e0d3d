/** The write side: aggregates, and the HTTP endpoints that send them commands. */
@NullMarked
package dev.flagledger.command;

import org.jspecify.annotations.NullMarked;
