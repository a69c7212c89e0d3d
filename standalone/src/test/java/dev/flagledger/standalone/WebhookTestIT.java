package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.testing.Receiver;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The trial of a URL. */
class WebhookTestIT {

    private final Shop shop = Shop.in(TestServer.shared());

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            204 ; 200 ; {"detail":"Webhook test successful","status":204}
            302 ; 200 ; {"detail":"Webhook test successful","status":302}
            404 ; 400 ; {"detail":"Webhook returned error status","body":"Webhook returned HTTP 404.","status":404}
            500 ; 400 ; {"detail":"Webhook returned error status","body":"Webhook returned HTTP 500.","status":500}
            """)
    void theReceiversStatusIsTold(int status, int expected, String body) {
        try (var receiver = Receiver.answering(status)) {
            var answer = test(receiver.url(), environment());

            assertThat(answer.status()).isEqualTo(expected);
            assertThat(answer.text()).isEqualTo(body);
            assertThat(receiver.all).hasSize(1);
        }
    }

    @Test
    void aReceiverThatIsNotThereIsTold() {
        var answer = test("http://127.0.0.1:9/", environment());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text())
                .isEqualTo("{\"detail\":\"Could not connect to webhook URL\",\"body\":\"Please check the URL,"
                        + " and ensure it is valid and accessible from the server.\"}");
    }

    @Test
    void theSampleDependsOnTheScopeAndIsSigned() {
        try (var receiver = Receiver.answering(200)) {
            shop.ana()
                    .post(
                            "webhooks/test/",
                            Map.of("webhook_url", receiver.url(), "secret", "s3cret", "scope", environment()))
                    .ok();
            test(receiver.url(), Map.of("type", "organisation", "id", shop.organisation()));

            var first = receiver.next();
            assertThat(first.json().get("event_type").asString()).isEqualTo("FLAG_UPDATED");
            assertThat(first.data().get("changed_by").asString()).isEqualTo("user@domain.com");
            assertThat(first.header("X-Flagsmith-Signature")).isEqualTo(first.signedWith("s3cret"));
            assertThat(first.body()).contains("\"percentage_allocation\": 50.0");
            var second = receiver.next();
            assertThat(second.json().get("event_type").asString()).isEqualTo("AUDIT_LOG_CREATED");
            assertThat(second.data().propertyNames()).hasSize(7);
            assertThat(second.header("X-Flagsmith-Signature")).isNull();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            ''                          ; This field may not be blank.
            hooks.example.test          ; Enter a valid http(s) URL.
            http://169.254.169.254/     ; URLs must not target internal or private network addresses.
            """)
    void aUrlThatCouldNotBeSavedIsNotCalled(String url, String problem) {
        var answer = test(url, environment());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("webhook_url").get(0).asString()).isEqualTo(problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "'environment'",
                "{'type':'project','id':1}",
                "{'type':'environment','id':'unknown'}",
                "{'type':'organisation','id':'first'}",
                "{'type':'organisation','id':999999}"
            })
    void onlyAdminsOfAnExistingScopeMayTest(String scope) {
        var parsed = JsonMapper.shared().readTree(scope.replace('\'', '"'));

        assertThat(test("http://127.0.0.1:9/", parsed).status()).isEqualTo(403);
    }

    @Test
    void aReceiverThatIsSlowToAnswerASampleDelaysNoChange() throws Exception {
        var release = new CompletableFuture<Boolean>();
        try (var server = TestServer.start(Map.of("flagledger.webhook.in-flight", "1"));
                var slow = Receiver.answering(exchange -> {
                    release.join();
                    exchange.sendResponseHeaders(204, -1);
                });
                var quick = Receiver.answering(204)) {
            var other = Shop.in(server);
            var scope = Map.of("type", "environment", "id", other.key());
            var sample = Map.of("webhook_url", slow.url(), "scope", scope);
            var answer = CompletableFuture.supplyAsync(() -> other.ana().post("webhooks/test/", sample));
            slow.next();
            other.webhook(Map.of("url", quick.url()));
            other.feature(Map.of("name", "basket"));

            assertThat(quick.next().json().get("event_type").asString()).isEqualTo("FLAG_UPDATED");
            assertThat(answer).isNotDone();
            release.complete(true);
            assertThat(answer.get().status()).isEqualTo(200);
        }
    }

    private Map<String, String> environment() {
        return Map.of("type", "environment", "id", shop.key());
    }

    private Api.Answer test(String url, Object scope) {
        return shop.ana().post("webhooks/test/", Map.of("webhook_url", url, "scope", scope));
    }
}
