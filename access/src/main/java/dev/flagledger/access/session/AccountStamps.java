package dev.flagledger.access.session;

import dev.flagledger.access.secret.Accounts.Account;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the nonces of accounts, which change whenever all sessions of an account end. */
@Component
class AccountStamps {

    private final JdbcClient jdbc;

    AccountStamps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An account with its current nonce. */
    record Stamp(Account account, UUID nonce) {}

    Optional<Stamp> of(int userId) {
        return jdbc.sql("""
                        select account.user_id, account.email, account.token_nonce
                        from access.account where account.user_id = :user""")
                .param("user", userId)
                .query((row, _) -> new Stamp(
                        new Account(row.getInt("user_id"), row.getString("email")),
                        row.getObject("token_nonce", UUID.class)))
                .optional();
    }
}
