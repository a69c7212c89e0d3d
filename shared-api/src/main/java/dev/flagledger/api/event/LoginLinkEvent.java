package dev.flagledger.api.event;

import static dev.flagledger.api.Personal.Of.USER;

import dev.flagledger.api.Personal;

/**
 * Events of the links between an account and the people of identity providers. A provider is named as {@code google} or
 * {@code oidc-3}.
 */
public sealed interface LoginLinkEvent extends UserEvent {

    String provider();

    /**
     * Whoever the provider knows by this id logs in to the account from now on.
     *
     * @param externalId the provider's own, lasting name of the person
     */
    record LoginLinked(
            int userId, String provider, @Personal(USER) String externalId) implements LoginLinkEvent {}

    record LoginUnlinked(int userId, String provider) implements LoginLinkEvent {}
}
