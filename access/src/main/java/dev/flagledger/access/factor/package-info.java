/** The second factor of users: time-based one-time passwords (RFC 6238), and backup codes. */
@NullMarked
package dev.flagledger.access.factor;

import org.jspecify.annotations.NullMarked;
