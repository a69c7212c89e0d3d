/**
 * Authentication: resolves credentials to actors, and rejects requests without them except on public routes. One package, because these
 * are the converters and providers of one filter chain.
 */
@NullMarked
package dev.flagledger.access.security;

import org.jspecify.annotations.NullMarked;
