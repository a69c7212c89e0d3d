package dev.flagledger.contract.view.audit;

import dev.flagledger.api.login.LoginWay;

/** The texts of events that Flagsmith's audit log has no lines of. */
public final class EventTexts {

    public static final String RETENTION_CHANGED = "Retention of events changed";
    public static final String LEGAL_HOLD_PLACED = "Legal hold placed: no events are pruned";
    public static final String LEGAL_HOLD_LIFTED = "Legal hold lifted";

    private EventTexts() {}

    /** For the removal of the bodies of old events. */
    public static String eventsPruned(long horizon) {
        return "Events pruned up to position " + horizon;
    }

    /** For a login. The method is told unless it is the password. */
    public static String loggedIn(String email, LoginWay way) {
        return way.equals(LoginWay.EMAIL)
                ? "User logged in: " + email
                : "User logged in by " + way.method() + ": " + email;
    }

    public static String loggedOut(String email) {
        return "User logged out: " + email;
    }

    /** For a login that failed. The method is told unless it is the password. */
    public static String loginFailed(String email, LoginWay way) {
        return way.equals(LoginWay.EMAIL) ? "Login failed: " + email : "Login by " + way.method() + " failed: " + email;
    }

    /** For an account that can be logged in to through an identity provider from now on. */
    public static String loginLinked(String email, String provider) {
        return "Login linked with " + provider + ": " + email;
    }

    public static String loginUnlinked(String email, String provider) {
        return "Login no longer linked with " + provider + ": " + email;
    }

    public static String passwordChanged(String email) {
        return "Password changed: " + email;
    }

    /** For a password that was set with a mail. */
    public static String passwordReset(String email) {
        return "Password reset: " + email;
    }

    public static String passwordResetRequested(String email) {
        return "Password reset requested: " + email;
    }

    /** For an account whose address is to be confirmed. */
    public static String activationAwaited(String email) {
        return "Activation awaited: " + email;
    }

    public static String accountActivated(String email) {
        return "Account activated: " + email;
    }

    public static String accountDeactivated(String email) {
        return "Account deactivated: " + email;
    }

    public static String superuserGranted(String email) {
        return "Superuser granted: " + email;
    }

    public static String superuserRevoked(String email) {
        return "Superuser revoked: " + email;
    }

    /** For progress in the dashboard's introduction. */
    public static String onboardingChanged(String email) {
        return "Onboarding changed: " + email;
    }

    /** For traits that a user set or removed. */
    public static String traitsChanged(int identityId) {
        return "Traits changed of identity: " + identityId;
    }

    /** For the removal of a trait from all identities of an environment. */
    public static String traitDeleted(String key) {
        return "Trait deleted from all identities: " + key;
    }

    /** For the first request with an API key or a server key. */
    public static String keyFirstUsed(String name) {
        return "Key used for the first time: " + name;
    }

    public static String featuresExported(int exportId) {
        return "Features exported: " + exportId;
    }

    /** For an export of the log itself. */
    public static String eventsExported(String format) {
        return "Events exported: " + format;
    }

    public static String memberJoined(String email) {
        return "Member joined: " + email;
    }

    public static String memberRoleChanged(String email) {
        return "Role of member changed: " + email;
    }

    public static String inviteResent(String email) {
        return "Invite sent again: " + email;
    }

    public static String inviteAccepted(String email) {
        return "Invite accepted: " + email;
    }

    public static String inviteLinkUsed(int id, String email) {
        return "Invite link " + id + " used by: " + email;
    }

    public static String memberRemoved(String email) {
        return "Member removed: " + email;
    }

    /** For the first request of an application to an environment. */
    public static String firstEvaluated(String sdk) {
        return "First request of an application, by: " + sdk;
    }

    /** For traits that an application reported. */
    public static String traitsReported(String identifier) {
        return "Traits reported of identity: " + identifier;
    }

    public static String codeScanned(String repository, String revision) {
        return "Code scanned: " + repository + " at " + revision;
    }

    public static String roleRightsChanged(String role) {
        return "Permissions of role changed: " + role;
    }

    /** For a member, group or API key that holds a role from now on. */
    public static String roleGiven(String role, String holder) {
        return "Role " + role + " given to: " + holder;
    }

    public static String roleTaken(String role, String holder) {
        return "Role " + role + " taken from: " + holder;
    }

    /** For a workload that logged in with a token of an issuer. */
    public static String trustTokenIssued(String trust) {
        return "Workload logged in by: " + trust;
    }

    /** For an event that changed nothing, because its object was already so or had been deleted. */
    public static String withoutEffect(String type, String object) {
        return "Without effect: " + type + " of " + object;
    }
}
