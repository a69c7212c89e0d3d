package dev.flagledger.contract.error.text.access;

/** Texts about the first steps of an installation. */
public final class SetupTexts {

    public static final String USERS_EXIST = "FAILED TO INIT ADMIN USER. USER(S) ALREADY EXIST IN SYSTEM.";
    public static final String CONFIGURED = "INSTALLATION CONFIGURED SUCCESSFULLY";
    public static final String FOREIGN_PAGE =
            "A page of another origin must not set up the server. If it is the dashboard, set FLAGLEDGER_DASHBOARD_URL.";

    private SetupTexts() {}
}
