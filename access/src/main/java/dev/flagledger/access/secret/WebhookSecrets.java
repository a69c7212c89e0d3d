package dev.flagledger.access.secret;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The secrets that sign deliveries of webhooks, by webhook id. Takes part in the caller's transaction, if there is one.
 */
@Component
public class WebhookSecrets {

    private final JdbcClient jdbc;

    public WebhookSecrets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores the secret, replacing the previous one. An empty secret is stored too, but signs nothing. */
    public void store(int webhookId, String secret) {
        jdbc.sql("""
                insert into access.webhook_secret (webhook_id, secret) values (:webhookId, :secret)
                on conflict (webhook_id) do update set secret = excluded.secret""").param("webhookId", webhookId).param("secret", secret).update();
    }

    /** Returns the secret, if one was stored. */
    public Optional<String> find(int webhookId) {
        return jdbc.sql(
                        "select webhook_secret.secret from access.webhook_secret where webhook_secret.webhook_id = :webhookId")
                .param("webhookId", webhookId)
                .query(String.class)
                .optional();
    }

    /** Deletes the secret. Does nothing if it does not exist. */
    public void remove(int webhookId) {
        jdbc.sql("delete from access.webhook_secret where webhook_secret.webhook_id = :webhookId")
                .param("webhookId", webhookId)
                .update();
    }
}
