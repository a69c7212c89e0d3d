/** What requests say of a feature state: its value in either form, its shares, whom it is for, and what they only repeat. */
@NullMarked
package dev.flagledger.command.flag.form;

import org.jspecify.annotations.NullMarked;
