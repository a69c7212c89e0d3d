package dev.flagledger.contract.error.text.access;

/** Texts about logins by SAML. */
public final class SamlTexts {

    public static final String NAME = "Enter a valid name of letters, digits and hyphens.";
    public static final String NO_METADATA = "The configuration has no metadata of an identity provider yet.";

    public static final String NO_FOUNDER = "Users with SAML authentication cannot create organisations.";
    public static final String OTHER_ORGANISATION = "Users with SAML authentication belong to one organisation only.";

    private SamlTexts() {}

    public static String rejected(String reason) {
        return "The response of the identity provider is not accepted: " + reason + ".";
    }
}
