package dev.flagledger.access.saml.assertion;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A user as an identity provider describes them.
 *
 * @param subject identifies the user at the identity provider
 * @param firstName empty if unknown
 * @param lastName empty if unknown
 * @param groups external ids of groups; null if the identity provider says nothing about groups
 */
public record SamlUser(
        String subject,
        String email,
        String firstName,
        String lastName,
        @Nullable List<String> groups) {}
