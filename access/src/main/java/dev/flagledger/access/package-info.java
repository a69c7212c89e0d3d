/** Authentication, permissions, earlier states, and which hosts the server may call. */
@NullMarked
package dev.flagledger.access;

import org.jspecify.annotations.NullMarked;
