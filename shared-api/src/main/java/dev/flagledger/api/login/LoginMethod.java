package dev.flagledger.api.login;

/** The methods by which users log in. */
public enum LoginMethod {
    /** The e-mail address and the password of the account. */
    EMAIL,
    GOOGLE,
    GITHUB,
    /** An identity provider that speaks OpenID Connect. */
    OIDC,
    /** An identity provider that speaks SAML 2.0. */
    SAML,
    /** A directory. */
    LDAP
}
