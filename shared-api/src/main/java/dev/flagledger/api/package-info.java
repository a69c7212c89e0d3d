/** The messages that all modules share: commands, events, rejections and their values. Plain data without behaviour. */
@NullMarked
package dev.flagledger.api;

import org.jspecify.annotations.NullMarked;
