package dev.flagledger.access.account;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The rules of accounts.
 *
 * @param emailActivation whether new users have to confirm their address before they can use the account
 * @param preventSignup whether nobody may register
 * @param preventPasswords whether nobody may log in or register with a password
 * @param restrictOrgCreateToSuperusers whether only superusers may create organisations
 * @param resetMails the number of mails with which a user may reset the password, within {@code resetPeriod}
 * @param resetPeriod at most the time for which such a mail is valid
 */
@ConfigurationProperties("flagledger.account")
public record AccountSettings(
        @DefaultValue("false") boolean emailActivation,
        @DefaultValue("false") boolean preventSignup,
        @DefaultValue("false") boolean preventPasswords,
        @DefaultValue("false") boolean restrictOrgCreateToSuperusers,
        @DefaultValue("5") int resetMails,
        @DefaultValue("24h") Duration resetPeriod) {

    public AccountSettings {
        if (resetMails < 1) {
            throw new IllegalArgumentException("FLAGLEDGER_ACCOUNT_RESET_MAILS must be positive");
        }
        if (resetPeriod.isNegative() || resetPeriod.compareTo(MailedTokens.VALIDITY) > 0) {
            throw new IllegalArgumentException("FLAGLEDGER_ACCOUNT_RESET_PERIOD must be three days at most");
        }
    }

    /** Returns how many mails with which to reset a password a user may request. */
    public MailedTokens.Limit resetLimit() {
        return new MailedTokens.Limit(resetMails, resetPeriod);
    }
}
