package dev.flagledger.access.federation;

import dev.flagledger.access.secret.Accounts.Account;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The links between accounts and the people of identity providers. An account is linked with one person of a provider at most. Links
 * end with their account. Takes part in the caller's transaction, if there is one.
 */
@Component
public class LinkedLogins {

    private final JdbcClient jdbc;

    public LinkedLogins(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the account that is linked with a person. */
    public Optional<Account> accountOf(FederatedProvider provider, String subject) {
        return jdbc.sql("""
            select account.user_id, account.email from access.linked_login
            join access.account on account.user_id = linked_login.user_id
            where linked_login.provider = :provider and linked_login.subject = :subject
            """)
                .param("provider", provider.key())
                .param("subject", subject)
                .query(Account.class)
                .optional();
    }

    /** Returns the keys of the providers that an account is linked with. */
    public List<String> providersOf(int userId) {
        return jdbc.sql("""
            select linked_login.provider from access.linked_login
            where linked_login.user_id = :user order by linked_login.provider
            """)
                .param("user", userId)
                .query((row, _) -> row.getString(1))
                .list();
    }

    /**
     * Returns whether an account was linked with a provider of this organisation, which the organisation has ended, or was opened by its
     * directory, and the user has not ended that.
     */
    public boolean wasLinkedBy(int userId, int organisation) {
        return jdbc.sql("""
            select exists (select from access.ended_login
                where ended_login.user_id = :user and ended_login.organisation = :organisation)
            """)
                .param("user", userId)
                .param("organisation", organisation)
                .query(Boolean.class)
                .single();
    }

    /**
     * Links an account with a person.
     *
     * @throws FederationRefused if one of them is linked with another one at the provider
     */
    public void link(int userId, FederatedProvider provider, String subject) {
        jdbc.sql("""
            insert into access.linked_login (provider, subject, user_id) values (:provider, :subject, :user)
            on conflict do nothing
            """)
                .param("provider", provider.key())
                .param("subject", subject)
                .param("user", userId)
                .update();
        if (accountOf(provider, subject)
                .filter(account -> account.userId() == userId)
                .isEmpty()) {
            throw new FederationRefused(FederationRefused.Reason.OTHER_SUBJECT);
        }
    }

    /** Lets the providers of an organisation link an account, which the organisation's directory has just opened. */
    public void permit(int userId, int organisation) {
        jdbc.sql("""
            insert into access.ended_login (user_id, organisation) values (:user, :organisation)
            on conflict do nothing
            """).param("user", userId).param("organisation", organisation).update();
    }

    /** Ends the link of an account with a provider, for good. Does nothing if there is none. */
    void unlink(int userId, String provider) {
        jdbc.sql("delete from access.linked_login where linked_login.user_id = :user and linked_login.provider"
                        + " = :provider")
                .param("user", userId)
                .param("provider", provider)
                .update();
        forgetEnded(userId);
    }

    /** Ends all links of an account, for good. */
    public void unlinkAll(int userId) {
        jdbc.sql("delete from access.linked_login where linked_login.user_id = :user")
                .param("user", userId)
                .update();
        forgetEnded(userId);
    }

    /**
     * Ends all links with a provider of an organisation, which knows other people from now on, or none. Its accounts may be linked again with a
     * provider of the same organisation, by their address.
     */
    void forget(FederatedProvider provider, int organisation) {
        jdbc.sql("""
            with ended as (
                delete from access.linked_login where linked_login.provider = :provider
                returning linked_login.user_id)
            insert into access.ended_login (user_id, organisation)
            select ended.user_id, :organisation from ended on conflict do nothing
            """)
                .param("provider", provider.key())
                .param("organisation", organisation)
                .update();
    }

    /** What a user has ended, no organisation resumes. */
    private void forgetEnded(int userId) {
        jdbc.sql("delete from access.ended_login where ended_login.user_id = :user")
                .param("user", userId)
                .update();
    }
}
