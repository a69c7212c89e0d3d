package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compression of responses for clients that accept it, which does not otherwise change them. */
class CompressionIT {

    private static final TestServer SERVER = TestServer.shared();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static String serverKey;

    @BeforeAll
    static void start() {
        var shop = Shop.in(SERVER);
        shop.feature(Map.of("name", "basket", "initial_value", "red ".repeat(100)));
        serverKey = Objects.requireNonNull(shop.backend().headers().get("X-Environment-Key"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"flags/", "environment-document/"})
    void aPreparedResponseHasTheEncodingThatTheClientPrefers(String path) throws Exception {
        var plain = get(path, Map.of());
        for (int time = 0; time < 3; time++) {
            var compressed = get(path, Map.of("Accept-Encoding", "br, gzip"));
            assertThat(compressed.headers().firstValue("Content-Encoding")).hasValue("gzip");
            assertThat(compressed.headers().firstValue("Content-Length"))
                    .hasValue(Integer.toString(compressed.body().length));
            assertThat(compressed.body()).hasSizeLessThan(plain.body().length);
            assertThat(unzipped(compressed.body())).isEqualTo(plain.body());
        }
        var refused = get(path, Map.of("Accept-Encoding", "gzip;q=0"));
        assertThat(refused.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(refused.body()).isEqualTo(plain.body());
        for (var answer : new HttpResponse<?>[] {plain, refused, get(path + "?x", Map.of())}) {
            assertThat(answer.headers().allValues("Vary"))
                    .containsExactly("Accept, Origin, X-Environment-Key, Accept-Encoding");
        }
    }

    @Test
    void anEntityTagOfAnyEncodingMatches() throws Exception {
        var path = "environment-document/";
        var plain = get(path, Map.of()).headers().firstValue("ETag").orElseThrow();
        var gzip = get(path, Map.of("Accept-Encoding", "gzip"))
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        assertThat(gzip).isNotEqualTo(plain);
        var matched = Map.of(plain, plain, gzip, gzip, "W/" + gzip, gzip, "\"x\", " + plain, plain);
        for (var accepted : new String[] {"identity", "gzip"}) {
            var preferred = accepted.equals("gzip") ? gzip : plain;
            var sent = new HashMap<>(matched);
            sent.put("*", preferred);
            sent.put(plain + ", " + gzip, preferred);
            for (var known : sent.entrySet()) {
                for (var address : new String[] {path, path + "?x"}) {
                    var answer = get(address, Map.of("If-None-Match", known.getKey(), "Accept-Encoding", accepted));
                    assertThat(answer.statusCode()).isEqualTo(304);
                    assertThat(answer.headers().firstValue("ETag")).hasValue(known.getValue());
                    assertThat(answer.body()).isEmpty();
                }
            }
        }
    }

    /** Compression would leak private traits beside texts that others choose. */
    @Test
    void responsesAboutIdentitiesAreNotCompressed() throws Exception {
        var answer = get("identities/?identifier=ada", Map.of("Accept-Encoding", "gzip"));
        assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
    }

    private static HttpResponse<byte[]> get(String path, Map<String, String> headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(SERVER.address().resolve("/api/v1/" + path))
                .header("X-Environment-Key", serverKey);
        headers.forEach(request::header);
        return HTTP.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static byte[] unzipped(byte[] body) throws IOException {
        try (var content = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return content.readAllBytes();
        }
    }
}
