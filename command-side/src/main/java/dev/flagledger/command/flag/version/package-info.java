/**
 * Writing and publishing versions of flags, in environments that keep them. What they change is decided by the flag, which
 * is the same as without versions.
 */
@NullMarked
package dev.flagledger.command.flag.version;

import org.jspecify.annotations.NullMarked;
