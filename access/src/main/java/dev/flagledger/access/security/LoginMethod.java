package dev.flagledger.access.security;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * An authentication method. Further ones are added as beans of this type in this package.
 *
 * @param converter extracts credentials from a request; returns null if there are none of this kind
 * @param provider authenticates them, with an {@link dev.flagledger.api.Actor} as principal
 */
record LoginMethod(AuthenticationConverter converter, AuthenticationProvider provider) {}
