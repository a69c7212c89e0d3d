package dev.flagledger.webhook.endpoint;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of receivers, written only by the projection, in its transaction. */
@Component
public class EndpointTable {

    private final JdbcClient jdbc;

    public EndpointTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Inserts or updates a webhook. Both occur for either event: the log may be read again from its beginning, and the event that
     * added the webhook may have been skipped while its project was withheld.
     */
    public void put(Endpoint endpoint) {
        jdbc.sql("""
                insert into webhook.webhook_endpoint (id, environment_id, url, enabled)
                values (:id, :environmentId, :url, :enabled)
                on conflict (id) do update set environment_id = excluded.environment_id, url = excluded.url,
                    enabled = excluded.enabled""").paramSource(endpoint).update();
    }

    /** Deletes a webhook, if it exists. Its pending deliveries will be cancelled. */
    public void remove(int id) {
        jdbc.sql("delete from webhook.webhook_endpoint where webhook_endpoint.id = :id")
                .param("id", id)
                .update();
    }

    /** Deletes the webhooks of an environment. Their pending deliveries will be cancelled. */
    public void removeAllOf(int environmentId) {
        jdbc.sql("delete from webhook.webhook_endpoint where webhook_endpoint.environment_id = :environmentId")
                .param("environmentId", environmentId)
                .update();
    }
}
