package dev.flagledger.access.secret;

import dev.flagledger.ledger.secret.Digest;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The API keys of organisations. Takes part in the caller's transaction, if there is one.
 *
 * <p>Only the SHA-256 of a key is stored. A slow hash is unnecessary, since keys are drawn at random out of
 * 62<sup>40</sup>, and would have to be computed at every request.
 */
@Component
public class ApiKeys {

    /** Length of the prefix, which is not secret. */
    private static final int PREFIX = 8;

    private static final int SECRET = 32;
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final CredentialChanges changes;

    ApiKeys(JdbcClient jdbc, CredentialChanges changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    /**
     * A new key, which is shown once to its creator.
     *
     * @param prefix eight letters and digits, not secret
     * @param text the key: the prefix, a dot, and 32 more letters and digits
     */
    public record Drawn(String prefix, String text) {}

    /** The owner of a key with its current name. */
    public record Holder(int keyId, String name) {}

    /**
     * A stored key.
     *
     * @param expiresAt instant from which the key is not accepted; null for never
     */
    public record Kept(Holder holder, @Nullable Instant expiresAt) {}

    /** Generates a key. */
    public static Drawn draw() {
        var prefix = random(PREFIX);
        return new Drawn(prefix, prefix + "." + random(SECRET));
    }

    /** Stores a key, whose id and text must be new. It is accepted until {@code expiresAt}; null for ever. */
    public void store(Holder holder, Drawn key, @Nullable Instant expiresAt) {
        jdbc.sql("""
                        insert into access.api_key (key_id, prefix, digest, name, expires_at)
                        values (:keyId, :prefix, :digest, :name, :expiresAt)""")
                .param("keyId", holder.keyId())
                .param("prefix", key.prefix())
                .param("digest", Digest.sha256(key.text()))
                .param("name", holder.name())
                .param("expiresAt", expiresAt == null ? null : expiresAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Renames a key. Does nothing if it does not exist. */
    public void rename(Holder holder) {
        jdbc.sql("update access.api_key set name = :name where api_key.key_id = :keyId")
                .param("name", holder.name())
                .param("keyId", holder.keyId())
                .update();
        changes.happened();
    }

    /** Changes the expiry of a key; null for never. Does nothing if it does not exist. */
    public void expire(int keyId, @Nullable Instant expiresAt) {
        jdbc.sql("update access.api_key set expires_at = :expiresAt where api_key.key_id = :keyId")
                .param("expiresAt", expiresAt == null ? null : expiresAt.atOffset(ZoneOffset.UTC))
                .param("keyId", keyId)
                .update();
        changes.happened();
    }

    /** Deletes a key. Does nothing if it does not exist. */
    public void remove(int keyId) {
        jdbc.sql("delete from access.api_key where api_key.key_id = :keyId")
                .param("keyId", keyId)
                .update();
        changes.happened();
    }

    /** Returns the key with this text; empty if it does not exist or was revoked. */
    public Optional<Kept> find(String shown) {
        return jdbc.sql("""
                        select api_key.key_id, api_key.name, api_key.expires_at from access.api_key
                        where api_key.digest = :digest""")
                .param("digest", Digest.sha256(shown))
                .query((row, _) -> new Kept(
                        new Holder(row.getInt("key_id"), row.getString("name")),
                        instant(row.getObject("expires_at", OffsetDateTime.class))))
                .optional();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static String random(int length) {
        var text = new StringBuilder(length);
        RANDOM.ints(length, 0, ALPHABET.length()).forEach(index -> text.append(ALPHABET.charAt(index)));
        return text.toString();
    }
}
