package dev.flagledger.contract.error.text.access;

import dev.flagledger.api.login.LoginMethod;
import dev.flagledger.engine.state.project.Limits;
import java.util.Collection;
import java.util.stream.Collectors;

/** Texts about what organisations demand of logins. */
public final class LoginRuleTexts {

    public static final String SECOND_FACTOR_NEEDED = "Your organisation demands a second factor. Set one up first.";
    public static final String PASSWORDS_PREVENTED = "Nobody may log in with a password here.";
    public static final String LOCKS_OUT =
            "You would be locked out: log in by a method that remains allowed for you, and change this then.";

    public static final String DOMAIN_KEPT =
            "Your organisation decides how people with an address of this domain log in. You cannot change to one of"
                    + " another domain.";

    public static final String DOMAIN_LISTED = "This domain is listed already.";
    public static final String DOMAINS_FULL = "An organisation has no more than " + Limits.MAIL_DOMAINS + " domains.";
    public static final String DOMAIN_TAKEN = "This domain belongs to another organisation.";
    public static final String DOMAIN_UNPROVEN = "Prove that your organisation owns this domain before.";
    public static final String DOMAIN_NAMED = "The login policy names this domain. Change the policy before.";
    public static final String NO_RESOLVER = "The domain name system cannot be asked at present.";
    /** For an application that acts for a user. */
    public static final String OUT_OF_SCOPE = "The application's scope does not allow this.";

    private LoginRuleTexts() {}

    /** For a domain without the organisation's record. */
    public static String noRecord(String name, String expected) {
        return "No TXT record of " + name + " is \"" + expected + "\". New records take a while to be seen everywhere.";
    }

    /** Users whom only an organisation vouches for would found organisations that they could not see. */
    public static String foundsNone(LoginMethod method) {
        return "Users with " + method + " authentication cannot create organisations.";
    }

    /** For a login by a method that no organisation of the user accepts. */
    public static String refused(Collection<LoginMethod> accepted) {
        if (accepted.isEmpty()) {
            return "Your organisation demands another way to log in.";
        }
        return "Your organisation demands another way to log in: "
                + accepted.stream().map(Enum::name).collect(Collectors.joining(", ")) + ".";
    }
}
