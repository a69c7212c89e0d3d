package dev.flagledger.access.security;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * A way for callers to say who they are. Another one is another bean of this type, in this package.
 *
 * @param converter takes from a request what the caller shows; null where that is nothing of this kind
 * @param provider says who shows that, as a principal that is an {@link dev.flagledger.api.Actor}
 */
record LoginMethod(AuthenticationConverter converter, AuthenticationProvider provider) {}
