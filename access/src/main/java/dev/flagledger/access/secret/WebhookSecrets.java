package dev.flagledger.access.secret;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The secret that signs a webhook's deliveries, by webhook id. Takes part in the caller's transaction, if there is one. */
@Component
public class WebhookSecrets {

    private final JdbcClient jdbc;

    public WebhookSecrets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps the secret, in place of any earlier one. An empty secret is kept too; it signs nothing. */
    public void store(int webhookId, String secret) {
        jdbc.sql("""
                insert into access.webhook_secret (webhook_id, secret) values (:webhookId, :secret)
                on conflict (webhook_id) do update set secret = excluded.secret""").param("webhookId", webhookId).param("secret", secret).update();
    }

    /** The secret as it was stored; empty when none was. */
    public Optional<String> find(int webhookId) {
        return jdbc.sql(
                        "select webhook_secret.secret from access.webhook_secret where webhook_secret.webhook_id = :webhookId")
                .param("webhookId", webhookId)
                .query(String.class)
                .optional();
    }

    /** Forgets the secret; nothing happens when there is none. */
    public void remove(int webhookId) {
        jdbc.sql("delete from access.webhook_secret where webhook_secret.webhook_id = :webhookId")
                .param("webhookId", webhookId)
                .update();
    }
}
