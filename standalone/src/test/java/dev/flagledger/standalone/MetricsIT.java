package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.flagledger.standalone.Management.Scrape;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The metrics for Prometheus. */
class MetricsIT {

    private static final TestServer SERVER = Management.server();
    private static final Management MANAGEMENT = Management.ofServer();
    private static final Shop SHOP = Shop.in(SERVER);

    @Test
    void theFlagsmithReleaseIsReported() {
        assertThat(scrape().text())
                .containsPattern("\nflagsmith_build_info\\{ci_commit_sha=\"unknown\",version=\"[^\"]+\"} 1");
    }

    @Test
    void requestsAreCountedByPathTemplate() {
        var before = scrape();
        SHOP.ana().get("projects/" + SHOP.project() + "/").ok();
        SHOP.ana().get("projects/987654/");
        SHOP.application().get("flags/").ok();
        SERVER.api().get("projects/");
        SHOP.ana().get("nothing/is/here");
        Management.send(HttpRequest.newBuilder(SERVER.address().resolve("/api/v1/projects/"))
                .method("BEAM", BodyPublishers.noBody()));

        // A request is counted after its response was sent.
        await().untilAsserted(() -> {
            var scraped = scrape();
            assertThat(scraped.text()).contains("method=\"OTHER\"").doesNotContain("BEAM", "987654", "nothing");
            assertThat(scraped.requests("GET", 200, "/api/v1/flags/"))
                    .isEqualTo(before.requests("GET", 200, "/api/v1/flags/") + 1);
            assertThat(scraped.requests("GET", 200, "/api/v1/projects/{id}/"))
                    .isEqualTo(before.requests("GET", 200, "/api/v1/projects/{id}/") + 1);
            assertThat(scraped.requests("GET", 404, "/api/v1/projects/{id}/")).isEqualTo(1);
            assertThat(scraped.requests("GET", 401, "/api/v1/projects/")).isEqualTo(1);
            assertThat(scraped.requests("GET", 404, "")).isEqualTo(before.requests("GET", 404, "") + 1);
        });
    }

    @Test
    void durationsAndSizesHaveFlagsmithsBuckets() {
        SHOP.application().get("identities/?identifier=ada").ok();

        var labels = "{method=\"GET\",response_status=\"200\",route=\"/api/v1/identities/\"";
        await().untilAsserted(() -> assertThat(scrape().text())
                .contains("flagsmith_http_server_request_duration_seconds_bucket" + labels + ",le=\"0.005\"}")
                .contains("flagsmith_http_server_request_duration_seconds_bucket" + labels + ",le=\"10.0\"}")
                .contains("flagsmith_http_server_request_duration_seconds_bucket" + labels + ",le=\"+Inf\"} 1")
                .contains("flagsmith_http_server_response_size_bytes_bucket" + labels + ",le=\"1024.0\"} 1")
                .contains("flagsmith_http_server_response_size_bytes_count" + labels + "} 1"));
    }

    @Test
    void hitsOfPreparedDocumentsAreCounted() {
        var backend = SHOP.backend();
        var hits = scrape().value("flagsmith_environment_document_cache_queries_total{result=\"CACHE_HIT\"}");
        backend.get("environment-document/").ok();
        backend.get("environment-document/").ok();

        assertThat(scrape().value("flagsmith_environment_document_cache_queries_total{result=\"CACHE_HIT\"}"))
                .isEqualTo(hits + 1);
    }

    @Test
    void logAndProjectionsAreMeasured() {
        SHOP.feature(Map.of("name", "measured"));

        var scraped = scrape();
        assertThat(scraped.value("flagledger_log_head")).isGreaterThan(3);
        assertThat(scraped.value("flagledger_history_position")).isGreaterThan(3);
        assertThat(scraped.value("flagledger_history_withheld_projects")).isZero();
        await().until(() -> scrape().value("flagledger_history_lag_events") == 0);
        await().until(() -> scrape().value("flagledger_projection_lag_events{projection=\"audit\"}") == 0);
        await().until(() -> scrape().value("flagledger_projection_lag_events{projection=\"webhooks\"}") == 0);
    }

    @Test
    void theQueueOfWebhooksAndItsAttemptsAreMeasured() {
        int feature = SHOP.feature(Map.of("name", "told"));
        SHOP.ana()
                .post(SHOP.webhooks(), Map.of("url", "http://127.0.0.1:1/nobody", "enabled", true))
                .ok();
        SHOP.ana().patch(SHOP.stateOf(feature), Map.of("enabled", true)).ok();

        await().until(() -> scrape().text().contains("flagledger_webhook_attempts_total{outcome=\"retried\"}"));
        var task = "{task_identifier=\"webhooks.call_webhook_with_failure_mail_after_retries\"";
        var scraped = scrape();
        assertThat(scraped.value("flagledger_webhook_queue_deliveries")).isEqualTo(1);
        assertThat(scraped.value("flagsmith_task_processor_enqueued_tasks_total" + task + "}"))
                .isEqualTo(1);
        assertThat(scraped.text())
                .contains("flagsmith_task_processor_finished_tasks_total{result=\"failure\"," + task.substring(1)
                        + ",task_type=\"standard\"}")
                .contains("flagsmith_task_processor_task_duration_seconds_bucket{result=\"failure\",");
    }

    @Test
    void thePoolAndTheProcessAreMeasured() {
        assertThat(scrape().text())
                .contains("hikaricp_connections_active{pool=\"database\"}", "jvm_memory_used_bytes{");
    }

    private static Scrape scrape() {
        return MANAGEMENT.scrape();
    }
}
