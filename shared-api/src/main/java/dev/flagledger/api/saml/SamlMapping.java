package dev.flagledger.api.saml;

/**
 * Says that something of a user is read from an attribute of the identity provider, before those that are customary.
 *
 * @param configurationId the configuration that it belongs to
 * @param target what is read
 * @param source the attribute's name, or {@code NameID} for the name of the subject
 */
public record SamlMapping(int id, int configurationId, SamlAttribute target, String source) {}
