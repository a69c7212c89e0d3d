/** Authentication: resolves credentials to actors, and rejects requests without them except on public routes. */
@NullMarked
package dev.flagledger.access.security;

import org.jspecify.annotations.NullMarked;
