/** The decisions: aggregates, and the HTTP doors that send them commands. Answers writes, never reads. */
@NullMarked
package dev.flagledger.command;

import org.jspecify.annotations.NullMarked;
