package dev.flagledger.api;

/**
 * A name reserved for one owner, unique within a scope.
 *
 * @param kind kind of name
 * @param scope scope of uniqueness, for example a project's id; empty for the whole installation
 * @param name the name, normalised to the case in which it is compared
 * @param owner holder of the name; an owner holds one name of each kind, so a new claim releases the previous one
 */
public record Claim(Kind kind, String scope, String name, String owner) {

    /** Kinds of unique names. */
    public enum Kind {
        EMAIL,
        /** The place of the first user of the installation. */
        FIRST_USER,
        PROJECT_NAME,
        ENVIRONMENT_NAME,
        ENVIRONMENT_KEY,
        FEATURE_NAME,
        IDENTIFIER,
        METADATA_FIELD,
        /** An issuer and an audience that an organisation trusts. */
        TRUST,
        /** The address of an open invite to an organisation. */
        INVITE,
        /** A mail domain that is proven to be an organisation's. */
        MAIL_DOMAIN,
        /** The place of the webhook that is told of evaluations in an environment. */
        IDENTITY_WEBHOOK,
        OIDC_PROVIDER,
        SAML_CONFIGURATION
    }
}
