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
 * The keys under which programs act in organisations. Takes part in the caller's transaction, if there is one.
 *
 * <p>Only the SHA-256 of a key is kept. What makes a hash of passwords slow, so that they cannot be guessed from it, would
 * be wasted here: nobody guesses one of 62<sup>40</sup> keys, each drawn at random. And it would be paid at every request.
 */
@Component
public class ApiKeys {

    /** How much of a key is its prefix, which is no secret. */
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
     * A key as it is shown to whoever made it, and to nobody else.
     *
     * @param prefix eight letters and digits, not secret
     * @param text what programs show: the prefix, a dot, and 32 more letters and digits
     */
    public record Drawn(String prefix, String text) {}

    /** What acts under a key, and what it is called now. */
    public record Holder(int keyId, String name) {}

    /**
     * A key that is there.
     *
     * @param expiresAt it opens nothing any more from this moment on; null for never
     */
    public record Kept(Holder holder, @Nullable Instant expiresAt) {}

    /** Draws a new key. */
    public static Drawn draw() {
        var prefix = random(PREFIX);
        return new Drawn(prefix, prefix + "." + random(SECRET));
    }

    /** Keeps a key, whose id and text must be new. It opens nothing any more from {@code expiresAt} on; null for never. */
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

    /** Calls a key something else; nothing happens when there is none with this id. */
    public void rename(Holder holder) {
        jdbc.sql("update access.api_key set name = :name where api_key.key_id = :keyId")
                .param("name", holder.name())
                .param("keyId", holder.keyId())
                .update();
        changes.happened();
    }

    /** Has a key expire at another time, or never; nothing happens when there is none with this id. */
    public void expire(int keyId, @Nullable Instant expiresAt) {
        jdbc.sql("update access.api_key set expires_at = :expiresAt where api_key.key_id = :keyId")
                .param("expiresAt", expiresAt == null ? null : expiresAt.atOffset(ZoneOffset.UTC))
                .param("keyId", keyId)
                .update();
        changes.happened();
    }

    /** Forgets a key; nothing happens when there is none with this id. */
    public void remove(int keyId) {
        jdbc.sql("delete from access.api_key where api_key.key_id = :keyId")
                .param("keyId", keyId)
                .update();
        changes.happened();
    }

    /** The key that has this text; empty when there is none, or it was revoked. */
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
