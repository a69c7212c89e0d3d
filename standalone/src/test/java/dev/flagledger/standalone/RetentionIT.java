package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.flagledger.ledger.retention.Retention;
import dev.flagledger.testing.Receiver;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a server deletes when it is old, and what it keeps. */
class RetentionIT {

    private static final TestServer SERVER = TestServer.shared();

    private final JdbcClient jdbc = SERVER.part(JdbcClient.class);
    private final Shop shop = Shop.in(SERVER);

    @Test
    void completedDeliveriesAreDeletedAndPendingOnesKept() {
        try (var receiver = Receiver.answering(200)) {
            int webhook = shop.webhook(Map.of("url", receiver.url()));
            shop.feature(Map.of("name", "one"));
            receiver.next();
            await().until(() -> deliveries(webhook, "delivered") == 1);
            execute("update webhook.webhook_delivery set created_at = now() - interval '31 days' where webhook_id = "
                    + webhook);
            execute(
                    "insert into webhook.webhook_delivery (webhook_id, environment_id, position, ordinal, sequence, lane, body, created_at) "
                            + "values (" + webhook
                            + ", 1, 1, 0, 1, 0, '', now() - interval '1 year')");
            shop.feature(Map.of("name", "two"));
            receiver.next();
            await().until(() -> deliveries(webhook, "delivered") == 2);

            prune();

            assertThat(deliveries(webhook, "delivered")).isEqualTo(1);
            assertThat(deliveries(webhook, "pending")).isEqualTo(1);
            assertThat(
                            count(
                                    "select count(*) from webhook.webhook_attempt where delivery_id not in (select id from webhook.webhook_delivery)"))
                    .isZero();
        }
    }

    @Test
    void dailyCountsAreDeletedButTotalsKept() {
        execute(
                "insert into query.api_call values (current_date - 401, %1$d, 1, 1, 'FLAGS', 30), (current_date - 3, %1$d, 1, 1, 'FLAGS', 4)"
                        .formatted(shop.organisation()));
        execute(
                "insert into query.feature_evaluation values (current_date - 401, %1$d, 1, 30), (current_date - 3, %1$d, 1, 4)"
                        .formatted(shop.environment()));

        prune();
        prune();

        assertThat(shop.ana()
                        .get("organisations/" + shop.organisation() + "/usage/")
                        .text())
                .isEqualTo("{\"events\":34}");
        assertThat(count("select sum(calls) from query.api_call where organisation_id = " + shop.organisation()))
                .isEqualTo(4);
        assertThat(count("select sum(evaluations) from query.feature_evaluation where environment_id = "
                        + shop.environment()))
                .isEqualTo(4);
    }

    @Test
    void exportsAndImportsAreDeleted() {
        execute(
                "insert into installation.feature_export select nextval('installation.export_id'), %d, 'old', now() - interval '15 days', ''"
                        .formatted(shop.environment()));
        execute(
                "insert into installation.feature_import select nextval('installation.import_id'), %d, %d, 'SKIP', 'SUCCESS', now() - interval '15 days'"
                        .formatted(shop.project(), shop.environment()));

        prune();

        assertThat(count("select count(*) from installation.feature_export where environment_id = "
                        + shop.environment()))
                .isZero();
        assertThat(count("select count(*) from installation.feature_import where environment_id = "
                        + shop.environment()))
                .isZero();
    }

    @Test
    void namesInADeletedProjectAreReleasedADayLater() {
        int feature = shop.feature(Map.of("name", "one"));
        var names = "select count(*) from ledger.claimed_name where owner = 'feature-" + feature + "'";
        shop.ana().delete("projects/" + shop.project() + "/");

        prune();
        assertThat(count(names)).isEqualTo(1);

        execute("update ledger.ended set ended_at = now() - interval '25 hours' where thing = 'project:"
                + shop.project() + "'");
        prune();
        assertThat(count(names)).isZero();
    }

    /** The scope of the organisation's field is changed to the id of the project. */
    @Test
    void fieldNamesOfAnOrganisationAreNotReleasedWithAProjectOfTheSameId() {
        int organisations = field(Map.of("name", "ours", "type", "str", "organisation", shop.organisation()));
        int projects = field(
                Map.of("name", "ours", "type", "str", "organisation", shop.organisation(), "project", shop.project()));
        execute("update ledger.claimed_name set scope = '%d' where owner = 'metadata-field-%d'"
                .formatted(shop.project(), organisations));
        shop.ana().delete("projects/" + shop.project() + "/");
        execute("update ledger.ended set ended_at = now() - interval '25 hours' where thing = 'project:"
                + shop.project() + "'");

        prune();

        assertThat(claims(organisations)).isEqualTo(1);
        assertThat(claims(projects)).isZero();
    }

    private int field(Map<String, ?> form) {
        return shop.ana().post("metadata/fields/", form).ok().get("id").asInt();
    }

    private long claims(int field) {
        return count("select count(*) from ledger.claimed_name where owner = 'metadata-field-" + field + "'");
    }

    private void prune() {
        SERVER.part(Retention.class).prune();
    }

    private long deliveries(int webhook, String status) {
        return count("select count(*) from webhook.webhook_delivery where webhook_id = " + webhook + " and status = '"
                + status + "'");
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private void execute(String sql) {
        jdbc.sql(sql).update();
    }
}
