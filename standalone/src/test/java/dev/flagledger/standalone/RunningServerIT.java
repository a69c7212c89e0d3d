package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The public endpoints of a running server. */
class RunningServerIT {

    private static final TestServer SERVER = TestServer.shared();

    private final HttpClient client = HttpClient.newHttpClient();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/health",
                "/health/",
                "/health/readiness/",
                "/healthcheck",
            })
    void healthNeedsNoKey(String path) {
        HttpResponse<String> answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.body())
                .isEqualTo("{\"status\":\"ok\",\"DatabaseBackend\":\"working\",\"MigrationsHealthCheck\":\"working\"}");
    }

    @Test
    void aRunningNodeIsLive() {
        HttpResponse<String> answer = get("/health/liveness/");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"status\":\"ok\"}");
    }

    @Test
    void theVersionIsTheFlagsmithRelease() {
        HttpResponse<String> answer = get("/version/");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .startsWith("{\"ci_commit_sha\":\"unknown\",\"image_tag\":\"2.265.0\",\"has_email_provider\":false,"
                        + "\"is_enterprise\":true,\"is_saas\":false,\"self_hosted_data\":{\"has_users\":")
                .endsWith("},\"package_versions\":{\".\":\"2.265.0\"}}");
    }

    @Test
    void responsesDoNotRevealTheSoftware() {
        assertThat(get("/health").headers().firstValue("Server")).isEmpty();
    }

    private HttpResponse<String> get(String path) {
        URI uri = SERVER.address().resolve(path);
        try {
            return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
