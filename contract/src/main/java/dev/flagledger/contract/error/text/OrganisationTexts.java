package dev.flagledger.contract.error.text;

/** Texts about organisations and their keys. */
public final class OrganisationTexts {

    public static final String NO_RBAC = "RBAC is not installed, cannot create non-admin key";
    public static final String INVITES_DISABLED = "Invite links are disabled.";

    private OrganisationTexts() {}
}
