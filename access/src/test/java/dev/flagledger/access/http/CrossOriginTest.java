package dev.flagledger.access.http;

import static dev.flagledger.access.http.GuardedServer.send;
import static dev.flagledger.access.http.GuardedServer.to;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Section 11.1 of the SDK contract. */
class CrossOriginTest {

    private static final String HEADERS =
            "accept, accept-encoding, authorization, baggage, content-type, dnt, flagledger-note, flagledger-position, "
                    + "flagsmith-application-name, flagsmith-application-version, flagsmith-sdk-user-agent, if-none-match, origin, "
                    + "sentry-trace, traceparent, tracestate, user-agent, x-api-key, x-csrftoken, x-e2e-test-auth-token, x-environment-key, x-request-id, "
                    + "x-requested-with";

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/traits/rows/", "/api/v1/guarded/", "/api/v1/nothing/", "/api/v1/flags/?headers"})
    void aPreflightRequiresNoAuthentication(String path) {
        var answer = send(to(path).method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", "https://shop.test")
                .header("Access-Control-Request-Method", "PUT"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        var headers = answer.headers();
        assertThat(headers.firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(headers.firstValue("Access-Control-Allow-Methods"))
                .hasValue("DELETE, GET, OPTIONS, PATCH, POST, PUT");
        assertThat(headers.firstValue("Access-Control-Allow-Headers")).hasValue(HEADERS);
        assertThat(headers.firstValue("Access-Control-Max-Age")).hasValue("86400");
        assertThat(headers.firstValue("Access-Control-Expose-Headers"))
                .hasValue(
                        "ETag, Retry-After, Flagledger-Checkpoint, Flagledger-Not-Recorded, Flagledger-Position, X-Flagsmith-Document-Updated-At,"
                                + " X-Request-Id");
        assertThat(headers.firstValue("Vary")).hasValue("Accept, Origin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/traits/rows/", "/api/v1/traits/rows/x/", "/api/v1/guarded/", "/api/v1/nothing/"})
    void everyResponseIsReadableFromOtherOrigins(String path) {
        var headers = send(to(path).header("Origin", "https://shop.test")).headers();

        assertThat(headers.firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(headers.firstValue("Access-Control-Expose-Headers"))
                .hasValue(
                        "ETag, Retry-After, Flagledger-Checkpoint, Flagledger-Not-Recorded, Flagledger-Position, X-Flagsmith-Document-Updated-At,"
                                + " X-Request-Id");
        assertThat(headers.map()).doesNotContainKey("access-control-allow-credentials");
    }

    @Test
    void withoutAnOriginThereAreNoCorsHeaders() {
        assertThat(send(to("/api/v1/traits/rows/")).headers().map()).doesNotContainKey("access-control-allow-origin");
    }
}
