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

    /** Adds a webhook; one that was added before is as it was then, so that the log may be read from its beginning again. */
    public void add(Endpoint endpoint) {
        jdbc.sql("""
                insert into webhook_endpoint (id, environment_id, url, enabled)
                values (:id, :environmentId, :url, :enabled)
                on conflict (id) do update set environment_id = excluded.environment_id, url = excluded.url,
                    enabled = excluded.enabled""").paramSource(endpoint).update();
    }

    /**
     * Replaces everything but the id.
     *
     * @throws IllegalStateException when there is no webhook with this id: an event was missed
     */
    public void change(Endpoint endpoint) {
        mustBeOne(endpoint.id(), jdbc.sql("""
                update webhook_endpoint set environment_id = :environmentId, url = :url, enabled = :enabled
                where webhook_endpoint.id = :id""").paramSource(endpoint).update());
    }

    /**
     * Removes a webhook; what is still queued for it will be cancelled.
     *
     * @throws IllegalStateException when there is no webhook with this id: an event was missed
     */
    public void remove(int id) {
        mustBeOne(
                id,
                jdbc.sql("delete from webhook_endpoint where webhook_endpoint.id = :id")
                        .param("id", id)
                        .update());
    }

    /** Removes the webhooks of an environment, if it has any; what is still queued for them will be cancelled. */
    public void removeAllOf(int environmentId) {
        jdbc.sql("delete from webhook_endpoint where webhook_endpoint.environment_id = :environmentId")
                .param("environmentId", environmentId)
                .update();
    }

    private static void mustBeOne(int id, int rows) {
        if (rows != 1) {
            throw new IllegalStateException("No webhook " + id);
        }
    }
}
