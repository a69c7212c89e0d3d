/** The methods of authentication: each reads credentials of one kind from a request and resolves them to their owner. */
@NullMarked
package dev.flagledger.access.security.credential;

import org.jspecify.annotations.NullMarked;
