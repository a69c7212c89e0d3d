package dev.flagledger.api.provider;

import dev.flagledger.api.organisation.Role;

/**
 * An identity provider that speaks OpenID Connect.
 *
 * @param name part of the addresses of its logins, of letters, digits and hyphens, at most 100, unique in the installation
 * @param issuer the provider's name for itself, from which its addresses are discovered
 * @param clientId the provider's name for this installation, at most 255 characters
 * @param scopes what is asked for beside {@code openid}, separated by spaces, at most 500 characters
 * @param groupsClaim the claim with the names of a user's groups, at most 100 characters; empty for none
 * @param trustsEmail whether an e-mail address is a user's also if the provider does not say that it has verified it
 * @param createsUsers whether users without an account get one, and become members
 * @param role the role of new members
 */
public record OidcProvider(
        String name,
        String issuer,
        String clientId,
        String scopes,
        String groupsClaim,
        boolean trustsEmail,
        boolean createsUsers,
        Role role) {}
