package dev.flagledger.access.secret;

import dev.flagledger.ledger.secret.Digest;
import dev.flagledger.ledger.secret.InstallationSecret;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * How users prove who they are. Passwords are kept as PBKDF2 hashes. A user has one token, the same at every login until
 * they log out; it is derived from the installation's secret and a nonce, and only its digest is kept.
 */
@Component
public class Accounts {

    private static final int TOKEN_LENGTH = 40;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final InstallationSecret secret;
    private final CredentialChanges changes;
    private final Hashing passwords;
    private final String nobodysPassword;

    Accounts(JdbcClient jdbc, InstallationSecret secret, CredentialChanges changes, PasswordEncoder encoder) {
        this.jdbc = jdbc;
        this.secret = secret;
        this.changes = changes;
        this.passwords = new Hashing(encoder, PATIENCE);
        this.nobodysPassword = passwords.hash(UUID.randomUUID().toString());
    }

    /** Whose account it is. */
    public record Account(int userId, String email) {}

    /** Someone who has just proved who they are, with their token of 40 lower-case hex digits. */
    public record LoggedIn(Account account, String token) {}

    /**
     * Hashes a new password; slow on purpose, so not to be done within a transaction.
     *
     * @throws dev.flagledger.contract.error.Throttled if many others are before it
     */
    public String hash(String password) {
        return passwords.hash(password);
    }

    /** Opens an account and returns its token. The address must be free, in any case. */
    public String open(int userId, String email, String passwordHash) {
        var nonce = UUID.randomUUID();
        var token = token(userId, nonce);
        jdbc.sql("""
                        insert into access.account (user_id, email, password_hash, token_nonce, token_digest)
                        values (:user, :email, :hash, :nonce, :digest)
                        """)
                .param("user", userId)
                .param("email", email.toLowerCase(Locale.ROOT))
                .param("hash", passwordHash)
                .param("nonce", nonce)
                .param("digest", Digest.sha256(token))
                .update();
        return token;
    }

    /**
     * The account with this address and password. Takes as long when there is no such address.
     *
     * @throws dev.flagledger.contract.error.Throttled if many others are before it
     */
    public Optional<LoggedIn> logIn(String email, String password) {
        var stored = stored(email.toLowerCase(Locale.ROOT));
        var hash = stored.map(Stored::passwordHash).orElse(nobodysPassword);
        return passwords.matches(password, hash) ? stored.map(this::loggedIn) : Optional.empty();
    }

    /** The account with this address. */
    public Optional<Account> byEmail(String email) {
        return stored(email.toLowerCase(Locale.ROOT)).map(known -> new Account(known.userId(), known.email()));
    }

    /** The account that this token stands for. */
    public Optional<Account> byToken(String token) {
        return jdbc.sql(
                        "select account.user_id, account.email from access.account where account.token_digest = :digest")
                .param("digest", Digest.sha256(token))
                .query(Account.class)
                .optional();
    }

    /** Ends the user's token; the next login makes a new one. */
    public void logOut(int userId) {
        var nonce = UUID.randomUUID();
        jdbc.sql("""
                        update access.account set token_nonce = :nonce, token_digest = :digest
                        where account.user_id = :user
                        """)
                .param("user", userId)
                .param("nonce", nonce)
                .param("digest", Digest.sha256(token(userId, nonce)))
                .update();
        changes.happened();
    }

    /** Ends an account; nobody can log in to it any more. Takes part in the caller's transaction. */
    public void close(int userId) {
        jdbc.sql("delete from access.account where account.user_id = :user")
                .param("user", userId)
                .update();
    }

    /** Whether anybody has an account. */
    public boolean any() {
        return jdbc.sql("select exists (select from access.account)")
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    /** Whoever logs in may write anything; PostgreSQL takes no character zero, and no address has one. */
    private Optional<Stored> stored(String email) {
        if (email.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        return jdbc.sql("""
                        select account.user_id, account.email, account.password_hash, account.token_nonce
                        from access.account where account.email = :email
                        """).param("email", email).query(Stored.class).optional();
    }

    /** Renews the digest if the operator has changed the installation's secret since; a logout in between wins. */
    private LoggedIn loggedIn(Stored stored) {
        var token = token(stored.userId(), stored.tokenNonce());
        jdbc.sql("""
                        update access.account set token_digest = :digest
                        where account.user_id = :user and account.token_nonce = :nonce and account.token_digest <> :digest
                        """)
                .param("digest", Digest.sha256(token))
                .param("user", stored.userId())
                .param("nonce", stored.tokenNonce())
                .update();
        return new LoggedIn(new Account(stored.userId(), stored.email()), token);
    }

    private String token(int userId, UUID nonce) {
        return HexFormat.of()
                .formatHex(secret.mac("token:" + userId + ":" + nonce))
                .substring(0, TOKEN_LENGTH);
    }

    private record Stored(int userId, String email, String passwordHash, UUID tokenNonce) {}
}
