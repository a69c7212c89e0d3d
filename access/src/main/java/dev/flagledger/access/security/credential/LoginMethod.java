package dev.flagledger.access.security.credential;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * An authentication method. Each is a bean of this type.
 *
 * @param converter extracts credentials from a request; returns null if there are none of this kind
 * @param provider authenticates them, with an {@link dev.flagledger.api.Actor} as principal
 */
public record LoginMethod(AuthenticationConverter converter, AuthenticationProvider provider) {}
