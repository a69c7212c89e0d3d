package dev.flagledger.access.account;

import dev.flagledger.access.secret.Accounts;
import dev.flagledger.access.secret.CredentialChanges;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Changes how accounts are used. All methods take part in the caller's transaction. */
@Component
public class AccountChanges {

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final MailedTokens tokens;
    private final CredentialChanges changes;

    AccountChanges(JdbcClient jdbc, Accounts accounts, MailedTokens tokens, CredentialChanges changes) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.tokens = tokens;
        this.changes = changes;
    }

    /** Changes the password, and revokes the user's token and those in mails. */
    public void changePassword(int userId, String passwordHash) {
        update("password_hash", passwordHash, userId);
        tokens.endAllOf(userId);
        accounts.logOut(userId);
    }

    /** Records that it was proven that the user reads the mails to the address. */
    public void proveAddress(int userId) {
        update("address_proven", true, userId);
    }

    /** Records whether set-up has opened the account and still has to make its user a superuser. */
    public void awaitPromotion(int userId, boolean awaited) {
        update("awaits_promotion", awaited, userId);
    }

    /** Returns whether set-up has opened the account and still has to make its user a superuser. */
    public boolean awaitsPromotion(int userId) {
        return jdbc.sql("""
                        select exists (select from access.account
                            where account.user_id = :user and account.awaits_promotion)""").param("user", userId).query(Boolean.class).single();
    }

    /** Removes the password, and revokes the user's token and those in mails. */
    public void removePassword(int userId) {
        jdbc.sql("update access.account set password_hash = null where account.user_id = :user")
                .param("user", userId)
                .update();
        tokens.endAllOf(userId);
        accounts.logOut(userId);
    }

    /**
     * Changes the address, which must be unused, ignoring case. Nobody has proven yet to read the mails to it. Revokes the user's token
     * and those in mails to the previous one.
     */
    public void changeEmail(int userId, String email) {
        update("email", email.toLowerCase(Locale.ROOT), userId);
        update("address_proven", false, userId);
        tokens.endAllOf(userId);
        accounts.logOut(userId);
    }

    /** Changes whether the account may be used. What opened it before does not open it again, nor do mails. */
    public void changeActive(int userId, boolean active) {
        update("active", active, userId);
        if (!active) {
            tokens.endAllOf(userId);
            accounts.logOut(userId);
        }
        changes.happened();
    }

    private void update(String column, Object value, int userId) {
        jdbc.sql("update access.account set " + column + " = :value where account.user_id = :user")
                .param("value", value)
                .param("user", userId)
                .update();
    }
}
