package dev.flagledger.webhook.endpoint;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The webhooks known to this side. Written only by the projection of their events, in that projection's transaction. */
@Component
public class EndpointTable {

    private final JdbcClient jdbc;

    public EndpointTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Has a webhook be like this, whether it was there or not: the log may be read from its beginning again, and what added it may
     * have been passed over while its project was withheld.
     */
    public void put(Endpoint endpoint) {
        jdbc.sql("""
                insert into webhook.webhook_endpoint (id, environment_id, url, enabled)
                values (:id, :environmentId, :url, :enabled)
                on conflict (id) do update set environment_id = excluded.environment_id, url = excluded.url,
                    enabled = excluded.enabled""").paramSource(endpoint).update();
    }

    /** Removes a webhook, if it is there; what is still queued for it will be cancelled. */
    public void remove(int id) {
        jdbc.sql("delete from webhook.webhook_endpoint where webhook_endpoint.id = :id")
                .param("id", id)
                .update();
    }

    /** Removes the webhooks of an environment, if it has any; what is still queued for them will be cancelled. */
    public void removeAllOf(int environmentId) {
        jdbc.sql("delete from webhook.webhook_endpoint where webhook_endpoint.environment_id = :environmentId")
                .param("environmentId", environmentId)
                .update();
    }
}
