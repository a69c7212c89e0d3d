package dev.flagledger.contract.error.text.access;

/** Texts about logins by SAML. */
public final class SamlTexts {

    public static final String NAME = "Enter a valid name of letters, digits and hyphens.";
    public static final String NO_METADATA = "The configuration has no metadata of an identity provider yet.";

    private SamlTexts() {}

    public static String rejected(String reason) {
        return "The response of the identity provider is not accepted: " + reason + ".";
    }
}
