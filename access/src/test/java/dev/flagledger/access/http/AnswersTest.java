package dev.flagledger.access.http;

import static dev.flagledger.access.http.GuardedServer.send;
import static dev.flagledger.access.http.GuardedServer.to;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.contract.http.ContractHeaders;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sections 0.1 and 0.3 of the admin contract, 1.2 and 1.4 of the SDK contract. */
class AnswersTest {

    private static final String ROW = "{\"id\":7,\"feature_name\":\"caf\\u00e9 \\ud83d\\ude80\",\"share\":50.0}";

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/traits/rows", "/api/v1/traits/rows/", "/api/v1/traits/rows/?page=2"})
    void aTrailingSlashIsOptionalWithoutARedirect(String path) {
        var answer = send(to(path));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(ROW);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Flagsmith-Version          | 2.265.0
            Cache-Control              | max-age=0, no-cache, no-store, must-revalidate, private
            Pragma                     | no-cache
            Vary                       | Accept, Origin
            X-Content-Type-Options     | nosniff
            X-Frame-Options            | DENY
            Referrer-Policy            | same-origin
            Cross-Origin-Opener-Policy | same-origin
            """)
    void everyResponseHasTheFixedHeaders(String name, String value) {
        for (var path : new String[] {"/api/v1/traits/rows/", "/api/v1/guarded/", "/api/v1/nothing/", "/api/v1//x/"}) {
            var headers = send(to(path)).headers();

            assertThat(headers.allValues(name)).describedAs(path).containsExactly(value);
            assertThat(time(headers, "Expires")).isBeforeOrEqualTo(time(headers, "Date"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET    | /api/v1/traits/rows/   | GET, POST, HEAD, OPTIONS
            HEAD   | /api/v1/traits/rows/7/ | GET, DELETE, HEAD, OPTIONS
            DELETE | /api/v1/traits/rows/7/ | GET, DELETE, HEAD, OPTIONS
            PATCH  | /api/v1/traits/rows/7/ | GET, DELETE, HEAD, OPTIONS
            GET    | /api/v1/traits/rows/x/ | GET, DELETE, HEAD, OPTIONS
            OPTIONS| /api/v1/traits/rows/7/ | GET, DELETE, HEAD, OPTIONS
            GET    | /api/v1/guarded/       | GET, HEAD, OPTIONS
            """)
    void everyResponseListsTheAllowedMethods(String method, String path, String allow) {
        assertThat(send(to(path).method(method, BodyPublishers.noBody()))
                        .headers()
                        .allValues("Allow"))
                .containsExactly(allow);
    }

    @Test
    void headIsSupportedWhereverGetIs() {
        var answer = send(to("/api/v1/traits/rows/").HEAD());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    }

    @Test
    void aResponseWithoutContentHasNeitherBodyNorContentType() {
        var answer = send(to("/api/v1/traits/rows/7/").DELETE());

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("X-Deleted")).hasValue("7");
        assertThat(answer.headers().firstValue("Content-Type")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /rows/   | application/json                 | 200
            /rows/   | */*                              | 200
            /rows/   | application/*;q=0.5              | 200
            /rows/   | text/html,application/xml;q=0.9  | 200
            /rows/   | application/xml                  | 406
            /rows/   | nonsense                         | 406
            /script/ | */*                              | 200
            /script/ | application/xml                  | 406
            """)
    void anUnacceptableContentTypeIsRejected(String path, String accept, int status) {
        var answer = send(to("/api/v1/traits" + path).header("Accept", accept));

        assertThat(answer.statusCode()).isEqualTo(status);
        if (status == 406) {
            assertThat(answer.body()).isEqualTo("{\"detail\":\"Could not satisfy the request Accept header.\"}");
        }
    }

    @Test
    void otherServletsPassNoSecurityFilter() {
        var answer = send(to("/api/v1/flags/").header("Authorization", "Token bad"));

        assertThat(answer.body()).isEqualTo("{\"guarded\":false}");
        assertThat(answer.headers().map()).doesNotContainKeys("flagsmith-version", "allow");
    }

    @Test
    void otherServletsCanSetTheSameHeaders() {
        var headers = send(to("/api/v1/flags/?headers").header("Origin", "https://shop.test"))
                .headers();

        assertThat(headers.firstValue("Flagsmith-Version")).hasValue(ContractHeaders.CONTRACT_VERSION);
        assertThat(headers.firstValue("Access-Control-Allow-Origin")).hasValue("*");
    }

    private static Instant time(HttpHeaders headers, String name) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.parse(
                headers.firstValue(name).orElseThrow(), Instant::from);
    }
}
