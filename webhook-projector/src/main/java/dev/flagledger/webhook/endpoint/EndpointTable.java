package dev.flagledger.webhook.endpoint;

import dev.flagledger.api.webhook.WebhookOwner;
import java.util.Optional;
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
     * added the webhook may have been skipped while its project was withheld. A receiver that is paused is probed at once, and one that is
     * enabled is not taken for gone.
     */
    public void put(Endpoint endpoint) {
        var settings = endpoint.settings();
        jdbc.sql("""
                insert into webhook.webhook_endpoint (id, owner_kind, owner_id, url, enabled, delivery_order)
                values (:id, :ownerKind, :ownerId, :url, :enabled, :order)
                on conflict (id) do update set owner_kind = excluded.owner_kind, owner_id = excluded.owner_id,
                    url = excluded.url, enabled = excluded.enabled, delivery_order = excluded.delivery_order,
                    revision = excluded.revision""")
                .param("id", endpoint.id())
                .param("ownerKind", endpoint.owner().kind().name())
                .param("ownerId", endpoint.owner().id())
                .param("url", settings.url())
                .param("enabled", settings.enabled())
                .param("order", settings.order().name())
                .update();
        resume(endpoint.id(), settings.enabled());
    }

    /** Deletes a webhook, if it exists. Its pending deliveries will be cancelled. */
    public void remove(int id) {
        jdbc.sql("delete from webhook.webhook_endpoint where webhook_endpoint.id = :id")
                .param("id", id)
                .update();
    }

    /** Deletes the webhooks of an owner. Their pending deliveries will be cancelled. */
    public void removeAllOf(WebhookOwner owner) {
        jdbc.sql("""
                delete from webhook.webhook_endpoint
                where webhook_endpoint.owner_kind = :kind and webhook_endpoint.owner_id = :id""").param("kind", owner.kind().name()).param("id", owner.id()).update();
    }

    /** A webhook; empty if it does not exist. */
    public Optional<Target> find(int id) {
        return jdbc.sql("""
                select webhook_endpoint.owner_kind, webhook_endpoint.owner_id, webhook_endpoint.url, webhook_endpoint.revision
                from webhook.webhook_endpoint where webhook_endpoint.id = :id""")
                .param("id", id)
                .query((row, _) -> new Target(
                        new WebhookOwner(
                                WebhookOwner.Kind.valueOf(row.getString("owner_kind")), row.getInt("owner_id")),
                        row.getString("url"),
                        row.getLong("revision")))
                .optional();
    }

    /** Lets a paused receiver be probed at once. A locked row is left alone: its transaction may wait for this one. */
    public void resume(int id) {
        resume(id, false);
    }

    private void resume(int id, boolean back) {
        jdbc.sql("""
                update webhook.webhook_circuit set not_before = null, gone_since = case when :back then null else gone_since end
                where webhook_circuit.webhook_id in (
                    select circuit.webhook_id from webhook.webhook_circuit circuit
                    where circuit.webhook_id = :id for update skip locked)""").param("id", id).param("back", back).update();
    }
}
