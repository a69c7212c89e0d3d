package dev.flagledger.access.saml.store;

import dev.flagledger.access.saml.assertion.SamlUser;

/** A user whom an identity provider has logged in, and who is on the way back to the dashboard. */
public record PendingLogin(int configurationId, SamlUser user) {}
