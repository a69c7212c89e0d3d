package dev.flagledger.webhook.testing;

import dev.flagledger.api.webhook.DeliveryOrder;
import dev.flagledger.api.webhook.PayloadForm;
import dev.flagledger.api.webhook.SigningScheme;
import dev.flagledger.api.webhook.WebhookOwner;
import dev.flagledger.api.webhook.WebhookSettings;
import dev.flagledger.testing.TestDatabase;
import dev.flagledger.webhook.endpoint.Endpoint;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes receivers, and reads their table. */
public final class TestEndpoints {

    private TestEndpoints() {}

    /** A webhook of an environment with the settings of a new one. */
    public static Endpoint endpoint(int id, int environmentId, String url, boolean enabled) {
        return new Endpoint(id, WebhookOwner.environment(environmentId), WebhookSettings.of(url, enabled));
    }

    /** The enabled webhooks of an environment, by id. */
    public static List<Endpoint> enabledIn(int environmentId, TestDatabase database) {
        return enabledOf(WebhookOwner.environment(environmentId), database);
    }

    /** The enabled webhooks of an owner, by id, as far as the table knows their settings. */
    public static List<Endpoint> enabledOf(WebhookOwner owner, TestDatabase database) {
        return JdbcClient.create(database.dataSource())
                .sql("""
                        select id, url, enabled, delivery_order from webhook.webhook_endpoint
                        where owner_kind = :kind and owner_id = :id and enabled order by id""")
                .param("kind", owner.kind().name())
                .param("id", owner.id())
                .query((row, _) -> new Endpoint(
                        row.getInt("id"),
                        owner,
                        new WebhookSettings(
                                row.getString("url"),
                                row.getBoolean("enabled"),
                                PayloadForm.CURRENT,
                                DeliveryOrder.valueOf(row.getString("delivery_order")),
                                List.of(),
                                SigningScheme.HMAC)))
                .list();
    }
}
