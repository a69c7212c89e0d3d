package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths that a proxy may interpret differently from the server, which rejects them. */
class EscapedSlashIT {

    private static final TestServer SERVER = TestServer.shared();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/flags/a%2Fb",
                "/api/v1%2Fflags/",
                "/api%5Cv1/flags/",
                "/api/v1/identities/a%5cb/traits/c",
                "/api/v1/projects/1%2F2/",
                "/ofrep/v1/evaluate/flags/../../../../api/v1/flags/a%2Fb",
                "/ofrep/v1/evaluate/flags/..%2F..%2F..%2F..%2Fapi%2Fv1%2Fflags",
                "/ofrep/v1/evaluate/flags/..%5C..%5C..%5C..%5Capi%5Cv1%5Cflags",
                "/ofrep/v1/evaluate%2Fflags/banner",
                "/ofrep/v1/evaluate/flags%2Fbanner",
                "/ofrep/v1/evaluate/flags/x/a%2Fb",
                "/ofrep/v1/evaluate/fl%61gs/a%2Fb",
                "/health%2Fliveness",
                "/%2Fhealth"
            })
    void anEscapedSlashIsRejectedExceptInTheNameOfAFlag(String path) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(SERVER.address() + path))
                    .POST(BodyPublishers.ofString("{}"))
                    .build();

            var answer = client.send(request, BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).isEqualTo("{\"detail\":\"Bad Request\"}");
            assertThat(answer.headers().firstValue("Flagsmith-Version")).isPresent();
        }
    }
}
