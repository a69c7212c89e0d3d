package dev.flagledger.access.secret;

import dev.flagledger.access.secret.AccountRows.Stored;
import dev.flagledger.ledger.secret.Digest;
import dev.flagledger.ledger.secret.InstallationSecret;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Passwords and tokens of users. Passwords are stored as PBKDF2 hashes. A user has one token, which is the same at
 * every login until logout or a change of the password; it is derived from the installation's secret and a nonce, and only its digest is
 * stored.
 */
@Component
public class Accounts {

    private static final int TOKEN_LENGTH = 40;
    private static final Duration HASHING_TIMEOUT = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final AccountRows rows;
    private final InstallationSecret secret;
    private final CredentialChanges changes;
    private final Hashing passwords;
    private final String decoyHash;

    Accounts(JdbcClient jdbc, InstallationSecret secret, CredentialChanges changes, PasswordEncoder encoder) {
        this.jdbc = jdbc;
        this.rows = new AccountRows(jdbc);
        this.secret = secret;
        this.changes = changes;
        this.passwords = new Hashing(encoder, HASHING_TIMEOUT);
        this.decoyHash = passwords.hash(UUID.randomUUID().toString());
    }

    /** An account. */
    public record Account(int userId, String email) {

        private static Account of(Stored stored) {
            return new Account(stored.userId(), stored.email());
        }
    }

    /** Whose token it is. The nonce changes when all tokens and sessions of the account end. */
    public record Holder(Account account, UUID nonce) {}

    /** A successful login with the user's token of 40 lower-case hex digits. */
    public record LoggedIn(Account account, String token) {}

    /**
     * Hashes a new password. Deliberately slow, so it must not be called within a transaction.
     *
     * @throws dev.flagledger.contract.error.Throttled if too many calls are queued
     */
    public String hash(String password) {
        return passwords.hash(password);
    }

    /** Opens an account that has no password. The address must be unused, ignoring case. */
    public void openWithoutPassword(int userId, String email) {
        open(userId, email, null);
    }

    /**
     * Opens an account and returns its token. The address must be unused, ignoring case.
     *
     * @param passwordHash null for no password
     */
    public String open(int userId, String email, @Nullable String passwordHash) {
        var nonce = UUID.randomUUID();
        var token = token(userId, nonce);
        jdbc.sql("""
                        insert into access.account (user_id, email, password_hash, token_nonce, token_digest)
                        values (:user, :email, :hash, :nonce, :digest)""")
                .param("user", userId)
                .param("email", email.toLowerCase(Locale.ROOT))
                .param("hash", passwordHash)
                .param("nonce", nonce)
                .param("digest", Digest.sha256(token))
                .update();
        return token;
    }

    /**
     * Verifies the password of an account that may be used. Takes the same time if there is no account with this
     * address, or none with a password.
     *
     * @throws dev.flagledger.contract.error.Throttled if too many calls are queued
     */
    public Optional<LoggedIn> logIn(String email, String password) {
        var stored = rows.byEmail(email.toLowerCase(Locale.ROOT));
        return matches(password, stored) ? stored.filter(Stored::active).map(this::loggedIn) : Optional.empty();
    }

    /**
     * Returns whether this is the password of the account.
     *
     * @throws dev.flagledger.contract.error.Throttled if too many calls are queued
     */
    public boolean matches(int userId, String password) {
        return matches(password, rows.byId(userId));
    }

    /** Returns whether the account has a password; without one, its user logs in with an identity provider. */
    public boolean hasPassword(int userId) {
        return rows.byId(userId).filter(known -> known.passwordHash() != null).isPresent();
    }

    /** Returns the account of this user; empty once it is closed. */
    public Optional<Account> byId(int userId) {
        return rows.byId(userId).map(Account::of);
    }

    /** Returns whether it was proven that the user of an account reads the mails to this address of it. */
    public boolean hasProvenAddress(Account account) {
        return jdbc.sql("""
                        select exists (select from access.account
                            where account.user_id = :user and account.email = :email and account.address_proven)""")
                .param("user", account.userId())
                .param("email", account.email())
                .query(Boolean.class)
                .single();
    }

    /** Returns whether there is an account that may be used. */
    public boolean isActive(int userId) {
        return rows.byId(userId).filter(Stored::active).isPresent();
    }

    private boolean matches(String password, Optional<Stored> stored) {
        var hash = stored.map(Stored::passwordHash);
        return passwords.matches(password, hash.orElse(decoyHash)) && hash.isPresent();
    }

    /** Returns the account with this address. */
    public Optional<Account> byEmail(String email) {
        return rows.byEmail(email.toLowerCase(Locale.ROOT)).map(Account::of);
    }

    /** Returns whose token it is. */
    public Optional<Holder> byToken(String token) {
        return rows.byToken(token).map(known -> new Holder(Account.of(known), known.tokenNonce()));
    }

    /** Returns the user's token. The account must exist. */
    public String tokenOf(int userId) {
        return loggedIn(rows.byId(userId).orElseThrow()).token();
    }

    /** Revokes the user's tokens and sessions; the next login creates a new one. */
    public void logOut(int userId) {
        var nonce = UUID.randomUUID();
        jdbc.sql("update access.account set token_nonce = :nonce, token_digest = :digest where account.user_id = :user")
                .param("user", userId)
                .param("nonce", nonce)
                .param("digest", Digest.sha256(token(userId, nonce)))
                .update();
        changes.happened();
    }

    /** Closes an account. Takes part in the caller's transaction. */
    public void close(int userId) {
        jdbc.sql("delete from access.account where account.user_id = :user")
                .param("user", userId)
                .update();
    }

    /** Returns whether there is any account. */
    public boolean any() {
        return jdbc.sql("select exists (select from access.account)")
                .query(Boolean.class)
                .single();
    }

    /** Updates the digest if the installation's secret has changed since, unless the user logs out concurrently. */
    private LoggedIn loggedIn(Stored stored) {
        var token = token(stored.userId(), stored.tokenNonce());
        jdbc.sql("""
                        update access.account set token_digest = :digest
                        where account.user_id = :user and account.token_nonce = :nonce and account.token_digest <> :digest""")
                .param("digest", Digest.sha256(token))
                .param("user", stored.userId())
                .param("nonce", stored.tokenNonce())
                .update();
        return new LoggedIn(Account.of(stored), token);
    }

    private String token(int userId, UUID nonce) {
        return HexFormat.of()
                .formatHex(secret.mac("token:" + userId + ":" + nonce))
                .substring(0, TOKEN_LENGTH);
    }
}
