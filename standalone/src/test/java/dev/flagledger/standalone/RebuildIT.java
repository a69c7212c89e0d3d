package dev.flagledger.standalone;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import dev.flagledger.ledger.projection.Projections;
import dev.flagledger.testing.Receiver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rebuilds of projections in a running server, which send no webhook again. */
class RebuildIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final String TEXTS = "select * from query.audit_text order by id";
    private static final String EVENTS =
            "select to_jsonb(event)::text as row from query.audit_event as event order by position";
    private static final String DELIVERIES = """
            select webhook_id, position, ordinal, convert_from(body, 'utf8') as body, status, attempts
            from webhook.webhook_delivery order by position, ordinal""";

    private TestServer server;
    private Receiver receiver;
    private Shop shop;
    private int feature;

    @BeforeEach
    void deliverSomeEvents() {
        server = TestServer.start();
        receiver = Receiver.answering(200);
        shop = Shop.in(server);
        shop.ana().post(shop.webhooks(), Map.of("url", receiver.url())).ok();
        feature = shop.feature(Map.of("name", "basket_v2", "initial_value", "blue"));
        toggle(true);
        shop.ana().get(shop.audit()).ok();
        receiver.next(2);
        await().until(() -> rows("select from webhook.webhook_delivery where status <> 'delivered'")
                .isEmpty());
    }

    @AfterEach
    void stop() {
        receiver.close();
        server.close();
    }

    @Test
    void theAuditLogIsRebuiltByTheDocumentedStatements() throws IOException {
        var before = rows("select * from query.audit_entry order by id");
        var events = rows(EVENTS);
        var texts = rows(TEXTS);

        execute(documented("Rebuild a view"));

        await().atMost(TIMEOUT)
                .until(() -> rows("select from ledger.projection where name = 'audit' and version > 0 and not beside")
                                .size()
                        == 1);
        assertThat(rows("select * from query.audit_entry order by id"))
                .isEqualTo(before)
                .hasSizeGreaterThan(3);
        assertThat(rows(TEXTS)).isEqualTo(texts).isNotEmpty();
        assertThat(rows(EVENTS)).isEqualTo(events).hasSameSizeAs(rows("select from ledger.event"));
        toggle(false);
        assertThat(shop.ana().get(shop.audit()).ok().get("count").asInt()).isEqualTo(before.size() + 1);
    }

    @Test
    void theQueueOfWebhooksCannotBeRebuilt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> server.part(Projections.class).rebuild("webhooks"));
    }

    @Test
    void resettingTheQueuesProjectionSendsNothingAgain() {
        var before = rows(DELIVERIES);

        execute("delete from ledger.projection where name = 'webhooks'");

        nothingIsToldButNews(before);
    }

    @Test
    void resettingTheProjectionWithoutDeliveriesSendsNothingAgain() {
        execute("delete from webhook.webhook_delivery");

        execute("delete from ledger.projection where name = 'webhooks'; delete from webhook.webhook_endpoint");

        nothingIsToldButNews(List.of());
    }

    /** Deliveries are sent in the order of the log: a repeated one would arrive before the next. */
    private void nothingIsToldButNews(List<Map<String, @Nullable Object>> before) {
        toggle(false);

        assertThat(receiver.next().data().get("new_state").get("enabled").asBoolean())
                .isFalse();
        var after = rows(DELIVERIES);
        assertThat(after).hasSize(before.size() + 1);
        assertThat(after.subList(0, before.size())).isEqualTo(before);
    }

    private void toggle(boolean enabled) {
        shop.ana().patch(shop.stateOf(feature), Map.of("enabled", enabled)).ok();
    }

    private List<Map<String, @Nullable Object>> rows(String sql) {
        return server.part(JdbcClient.class).sql(sql).query().listOfRows();
    }

    private void execute(String sql) {
        server.part(JdbcClient.class).sql(sql).update();
    }

    /** The SQL under a heading of {@code docs/operations.md}. */
    static String documented(String heading) throws IOException {
        return Files.readAllLines(Path.of("../docs/operations.md")).stream()
                .dropWhile(line -> !line.equals("## " + heading))
                .dropWhile(line -> !line.equals("```sql"))
                .skip(1)
                .takeWhile(line -> !line.equals("```"))
                .collect(joining("\n"));
    }
}
