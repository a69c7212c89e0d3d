package dev.flagledger.access.secret;

import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The secrets and key pairs that sign deliveries of webhooks, by webhook id. Takes part in the caller's transaction, if there is
 * one.
 */
@Component
public class WebhookSecrets {

    /** The greatest length of a secret. */
    public static final int MAX_LENGTH = 255;

    private static final String PUBLIC_KEY = "whpk_";

    private static final String STORE = """
            insert into access.webhook_secret (webhook_id, secret) values (:webhookId, :secret)
            on conflict (webhook_id) do update set secret = excluded.secret, previous = null, previous_until = null""";

    private final JdbcClient jdbc;

    public WebhookSecrets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores the secret, replacing all previous ones. An empty secret is stored too, but signs nothing. */
    public void store(int webhookId, String secret) {
        jdbc.sql(STORE).param("webhookId", webhookId).param("secret", secret).update();
    }

    /** Stores the secret, while the one before it stays valid for some time. An empty one does not. */
    public void rotate(int webhookId, String secret, Duration keep) {
        jdbc.sql("""
                insert into access.webhook_secret (webhook_id, secret) values (:webhookId, :secret)
                on conflict (webhook_id) do update set secret = excluded.secret,
                    previous = nullif(webhook_secret.secret, ''),
                    previous_until = case when webhook_secret.secret <> '' then now() + :keepMillis * interval '1 millisecond' end""")
                .param("webhookId", webhookId)
                .param("secret", secret)
                .param("keepMillis", keep.toMillis())
                .update();
    }

    /** Returns the secret, if one was stored. */
    public Optional<String> find(int webhookId) {
        return jdbc.sql(
                        "select webhook_secret.secret from access.webhook_secret where webhook_secret.webhook_id = :webhookId")
                .param("webhookId", webhookId)
                .query(String.class)
                .optional();
    }

    /** Returns what to sign with now; no keys if none were stored. */
    public SigningKeys keysOf(int webhookId) {
        return jdbc.sql("""
                        select webhook_secret.secret, webhook_secret.private_key,
                            case when webhook_secret.previous_until > now() then webhook_secret.previous end as previous
                        from access.webhook_secret where webhook_secret.webhook_id = :webhookId""")
                .param("webhookId", webhookId)
                .query((row, _) -> new SigningKeys(
                        row.getString("secret"), row.getString("previous"), row.getBytes("private_key")))
                .optional()
                .orElse(SigningKeys.NONE);
    }

    /** Makes a key pair, unless the webhook has one. */
    public void makeKeyPair(int webhookId) {
        var pair = WebhookKeyPair.made();
        jdbc.sql("""
                insert into access.webhook_secret (webhook_id, secret, private_key, public_key)
                values (:webhookId, '', :privateKey, :publicKey)
                on conflict (webhook_id) do update set private_key = excluded.private_key, public_key = excluded.public_key
                where webhook_secret.private_key is null""")
                .param("webhookId", webhookId)
                .param("privateKey", pair.privateKey())
                .param("publicKey", pair.publicKey())
                .update();
    }

    /** Deletes the key pair, if there is one. */
    public void forgetKeyPair(int webhookId) {
        jdbc.sql("""
                update access.webhook_secret set private_key = null, public_key = null
                where webhook_secret.webhook_id = :webhookId""").param("webhookId", webhookId).update();
    }

    /** Returns the public key as the Standard Webhooks specification writes it; empty without a key pair. */
    public Optional<String> publicKey(int webhookId) {
        return jdbc.sql("""
                        select webhook_secret.public_key from access.webhook_secret
                        where webhook_secret.webhook_id = :webhookId and webhook_secret.public_key is not null""")
                .param("webhookId", webhookId)
                .query((row, _) -> PUBLIC_KEY + Base64.getEncoder().encodeToString(row.getBytes("public_key")))
                .optional();
    }

    /** Deletes the secrets and keys. Does nothing if there are none. */
    public void remove(int webhookId) {
        jdbc.sql("delete from access.webhook_secret where webhook_secret.webhook_id = :webhookId")
                .param("webhookId", webhookId)
                .update();
    }
}
