package dev.flagledger.access.oidc;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who has logged in at a provider.
 *
 * @param email null if the provider names none
 * @param verified whether the address counts as verified
 * @param groups null if the provider is not asked for groups
 */
public record OidcUser(
        String subject,
        @Nullable String email,
        boolean verified,
        String firstName,
        String lastName,
        @Nullable Set<String> groups) {}
