package dev.flagledger.contract.error.text.access;

/** Texts about the first steps of an installation. */
public final class SetupTexts {

    public static final String USERS_EXIST = "FAILED TO INIT ADMIN USER. USER(S) ALREADY EXIST IN SYSTEM.";
    public static final String CONFIGURED = "INSTALLATION CONFIGURED SUCCESSFULLY";

    private SetupTexts() {}
}
