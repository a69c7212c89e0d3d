package dev.flagledger.contract.view.audit;

/** The texts of events of second factors, sessions, and the ways in which members may log in. */
public final class LoginTexts {

    public static final String POLICY_CHANGED = "Ways to log in changed";

    private LoginTexts() {}

    public static String domainAdded(String name) {
        return "Mail domain added: " + name;
    }

    public static String domainProven(String name) {
        return "Mail domain proven: " + name;
    }

    public static String recordMissed(String name) {
        return "Record of mail domain missing: " + name;
    }

    public static String domainUnproven(String name) {
        return "Mail domain not proven any more: " + name;
    }

    public static String domainRemoved(String name) {
        return "Mail domain removed: " + name;
    }

    public static String factorActivated(String email) {
        return "Second factor activated: " + email;
    }

    public static String factorDeactivated(String email) {
        return "Second factor deactivated: " + email;
    }

    /** For a wrong code. */
    public static String codeFailed(String email) {
        return "Login failed at the second factor: " + email;
    }

    public static String backupCodeUsed(String email) {
        return "Backup code used: " + email;
    }

    public static String sessionEnded(String email) {
        return "Session ended: " + email;
    }

    /** An application may act for a user. */
    public static String applicationGranted(String name, String scope, String email) {
        return "Application granted access: " + name + " (" + scope + "), by " + email;
    }

    /** An application lost its access since one of its secrets was used a second time. */
    public static String applicationRevoked(String email) {
        return "Application lost access, a token was used twice: " + email;
    }
}
