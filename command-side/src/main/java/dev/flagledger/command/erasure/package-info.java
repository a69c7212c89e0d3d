/**
 * The erasure of people: the event that says so, the key that is destroyed with it, what else is known of them outside the
 * log, and the report of where their names still stand.
 */
@NullMarked
package dev.flagledger.command.erasure;

import org.jspecify.annotations.NullMarked;
