package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.NetworkInterface;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;

/** What Prometheus is told, as it asks for it. */
class MetricsIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static TestServer server;
    private static URI metrics;
    private static Shop shop;

    @BeforeAll
    static void start() {
        server = TestServer.start(Map.of("flagledger.metrics-port", "0"));
        var port = server.part(Environment.class).getRequiredProperty("local.management.port");
        metrics = URI.create("http://127.0.0.1:" + port);
        shop = Shop.in(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void theReleaseOfFlagsmithIsTold() {
        assertThat(scrape())
                .containsPattern("\nflagsmith_build_info\\{ci_commit_sha=\"unknown\",version=\"[^\"]+\"} 1");
    }

    @Test
    void requestsAreCountedUnderTheTemplateOfTheirAddress() {
        var before = scrape();
        shop.ana().get("projects/" + shop.project() + "/").ok();
        shop.ana().get("projects/987654/");
        shop.application().get("flags/").ok();
        server.api().get("projects/");
        shop.ana().get("nothing/is/here");
        send(HttpRequest.newBuilder(server.address().resolve("/api/v1/projects/"))
                .method("BEAM", BodyPublishers.noBody()));

        // A request is counted once its answer has been sent.
        await().untilAsserted(() -> {
            var scraped = scrape();
            assertThat(scraped).contains("method=\"OTHER\"").doesNotContain("BEAM", "987654", "nothing");
            assertThat(requests(scraped, "GET", "200", "/api/v1/flags/"))
                    .isEqualTo(requests(before, "GET", "200", "/api/v1/flags/") + 1);
            assertThat(requests(scraped, "GET", "200", "/api/v1/projects/{id}/"))
                    .isEqualTo(requests(before, "GET", "200", "/api/v1/projects/{id}/") + 1);
            assertThat(requests(scraped, "GET", "404", "/api/v1/projects/{id}/"))
                    .isEqualTo(1);
            assertThat(requests(scraped, "GET", "401", "/api/v1/projects/")).isEqualTo(1);
            assertThat(requests(scraped, "GET", "404", "")).isEqualTo(requests(before, "GET", "404", "") + 1);
        });
    }

    @Test
    void timesAndSizesHaveFlagsmithsBuckets() {
        shop.application().get("identities/?identifier=ada").ok();

        var labels = "{method=\"GET\",response_status=\"200\",route=\"/api/v1/identities/\"";
        await().untilAsserted(() -> assertThat(scrape())
                .contains("flagsmith_http_server_request_duration_seconds_bucket" + labels + ",le=\"0.005\"}")
                .contains("flagsmith_http_server_request_duration_seconds_bucket" + labels + ",le=\"10.0\"}")
                .contains("flagsmith_http_server_request_duration_seconds_bucket" + labels + ",le=\"+Inf\"} 1")
                .contains("flagsmith_http_server_response_size_bytes_bucket" + labels + ",le=\"1024.0\"} 1")
                .contains("flagsmith_http_server_response_size_bytes_count" + labels + "} 1"));
    }

    @Test
    void itIsToldHowOftenADocumentWasThereAlready() {
        var backend = shop.backend();
        var hits = value(scrape(), "flagsmith_environment_document_cache_queries_total{result=\"CACHE_HIT\"}");
        backend.get("environment-document/").ok();
        backend.get("environment-document/").ok();

        assertThat(value(scrape(), "flagsmith_environment_document_cache_queries_total{result=\"CACHE_HIT\"}"))
                .isEqualTo(hits + 1);
    }

    @Test
    void theLogAndWhoFollowsItAreMeasured() {
        shop.feature(Map.of("name", "measured"));

        var scraped = scrape();
        assertThat(value(scraped, "flagledger_log_head")).isGreaterThan(3);
        assertThat(value(scraped, "flagledger_history_position")).isGreaterThan(3);
        assertThat(value(scraped, "flagledger_history_withheld_projects")).isZero();
        await().until(() -> value(scrape(), "flagledger_history_lag_events") == 0);
        await().until(() -> value(scrape(), "flagledger_projection_lag_events{projection=\"audit\"}") == 0);
        await().until(() -> value(scrape(), "flagledger_projection_lag_events{projection=\"webhooks\"}") == 0);
    }

    @Test
    void theQueueOfWebhooksAndItsAttemptsAreMeasured() {
        int feature = shop.feature(Map.of("name", "told"));
        shop.ana()
                .post(shop.webhooks(), Map.of("url", "http://127.0.0.1:1/nobody", "enabled", true))
                .ok();
        shop.ana().patch(shop.stateOf(feature), Map.of("enabled", true)).ok();

        await().until(() -> scrape().contains("flagledger_webhook_attempts_total{outcome=\"retried\"}"));
        var task = "{task_identifier=\"webhooks.call_webhook_with_failure_mail_after_retries\"";
        var scraped = scrape();
        assertThat(value(scraped, "flagledger_webhook_queue_deliveries")).isEqualTo(1);
        assertThat(value(scraped, "flagsmith_task_processor_enqueued_tasks_total" + task + "}"))
                .isEqualTo(1);
        assertThat(scraped)
                .contains("flagsmith_task_processor_finished_tasks_total{result=\"failure\"," + task.substring(1)
                        + ",task_type=\"standard\"}")
                .contains("flagsmith_task_processor_task_duration_seconds_bucket{result=\"failure\",");
    }

    @Test
    void thePoolAndTheProcessAreMeasured() {
        assertThat(scrape()).contains("hikaricp_connections_active{pool=\"database\"}", "jvm_memory_used_bytes{");
    }

    @Test
    void healthIsToldThereToo() {
        assertThat(get(metrics.resolve("/health/readiness")).body()).contains("\"status\":\"UP\"", "\"projections\"");
        assertThat(get(metrics.resolve("/health/liveness")).body()).contains("\"status\":\"UP\"");
    }

    @Test
    void nothingElseIsOfferedThere() {
        assertThat(get(metrics.resolve("/env")).statusCode()).isEqualTo(404);
        assertThat(get(metrics.resolve("/heapdump")).statusCode()).isEqualTo(404);
        assertThat(get(metrics.resolve("/api/v1/projects/")).statusCode()).isEqualTo(404);
    }

    @Test
    void onlyThisMachineIsAnswered() throws IOException {
        var address = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(candidate -> !candidate.isLoopbackAddress() && candidate.getAddress().length == 4)
                .findAny();
        assumeTrue(address.isPresent(), "needs an address besides the loopback one");

        var elsewhere = URI.create("http://" + address.get().getHostAddress() + ":" + metrics.getPort() + "/metrics");
        assertThatThrownBy(() -> get(elsewhere)).hasCauseInstanceOf(ConnectException.class);
    }

    @Test
    void withoutThePortNothingIsMeasuredAndThePortOfTheApiHasNoMetrics() {
        var other = TestServer.shared();

        assertThat(other.part(Environment.class).getProperty("local.management.port"))
                .isNull();
        assertThat(get(other.address().resolve("/metrics")).statusCode()).isEqualTo(404);
        assertThat(get(server.address().resolve("/metrics")).statusCode()).isEqualTo(404);
    }

    private static String scrape() {
        var answer = get(metrics.resolve("/metrics"));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static double requests(String scraped, String method, String status, String route) {
        return value(
                scraped,
                "flagsmith_http_server_requests_total{method=\"%s\",response_status=\"%s\",route=\"%s\"}"
                        .formatted(method, status, route));
    }

    private static double value(String scraped, String sample) {
        return scraped.lines()
                .filter(line -> line.startsWith(sample + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(sample.length() + 1)))
                .findAny()
                .orElse(0);
    }

    private static HttpResponse<String> get(URI address) {
        return send(HttpRequest.newBuilder(address));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
