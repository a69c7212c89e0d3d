/** The caller of a request, as controllers see it and as it is recorded with events. */
@NullMarked
package dev.flagledger.access.security;

import org.jspecify.annotations.NullMarked;
