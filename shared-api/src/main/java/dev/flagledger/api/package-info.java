/**
 * The language that all sides share: what may be asked for (commands), what has happened (events) and who did it. Words
 * only; nothing here decides, stores or sends.
 */
@NullMarked
package dev.flagledger.api;

import org.jspecify.annotations.NullMarked;
