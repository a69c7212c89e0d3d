package dev.flagledger.access.secret;

import dev.flagledger.ledger.secret.Digest;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds accounts. */
final class AccountRows {

    private final JdbcClient jdbc;

    AccountRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An account as it is stored.
     *
     * @param passwordHash null for no password
     */
    record Stored(int userId, String email, @Nullable String passwordHash, UUID tokenNonce, boolean active) {}

    Optional<Stored> byId(int userId) {
        return where("account.user_id = :value", userId);
    }

    /**
     * Callers can send any text, but PostgreSQL rejects the character zero.
     *
     * @param email in lower case
     */
    Optional<Stored> byEmail(String email) {
        return email.indexOf('\0') >= 0 ? Optional.empty() : where("account.email = :value", email);
    }

    Optional<Stored> byToken(String token) {
        return where("account.token_digest = :value", Digest.sha256(token));
    }

    private Optional<Stored> where(String condition, Object value) {
        return jdbc.sql("""
                        select account.user_id, account.email, account.password_hash, account.token_nonce, account.active
                        from access.account where\s""" + condition)
                .param("value", value)
                .query(Stored.class)
                .optional();
    }
}
