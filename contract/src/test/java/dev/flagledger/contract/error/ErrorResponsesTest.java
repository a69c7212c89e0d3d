package dev.flagledger.contract.error;

import static dev.flagledger.contract.http.SampleServer.send;
import static dev.flagledger.contract.http.SampleServer.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Section 0.2 of the admin contract. */
class ErrorResponsesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            fail/list                   | 400 | ["Invalid organisation ID"]
            fail/field                  | 400 | {"project":["Not now."]}
            fail/forbidden              | 403 | {"detail":"You do not have permission to perform this action."}
            fail/missing                | 404 | {"detail":"No Invite matches the given query."}
            fail/taken/EMAIL            | 400 | {"email":["Email already exists. Please log in."]}
            fail/taken/PROJECT_NAME     | 400 | {"non_field_errors":["A project with this name already exists."]}
            fail/taken/ENVIRONMENT_NAME | 400 | {"non_field_errors":["An environment with this name already exists."]}
            fail/taken/ENVIRONMENT_KEY  | 400 | {"api_key":["environment with this api key already exists."]}
            fail/taken/FEATURE_NAME     | 400 | {"name":["Feature with that name already exists for this project. Note that feature names are case insensitive."]}
            fail/taken/METADATA_FIELD   | 400 | {"name":["A metadata field with this name already exists."]}
            fail/taken/IDENTIFIER       | 400 | {"identifier":["Identity with this identifier already exists in this environment"]}
            fail/overridden             | 400 | ["['Feature state already exists for this environment, feature, version, segment & identity combination']"]
            fail/invalid                | 400 | {"key":["Multivariate option with this key already exists for the feature."]}
            fail/status                 | 409 | {"detail":"Conflict"}
            fail/crash                  | 500 | {"detail":"Something went wrong on the server."}
            rows/7                      | 200 | 7
            rows/x                      | 404 | {"detail":"Not found."}
            rows/2147483648             | 404 | {"detail":"Not found."}
            query?x=7&y=                | 200 | 7 null
            query?x=undefined           | 400 | {"x":["A valid integer is required."]}
            query?x=7&y=null            | 400 | {"y":["A valid integer is required."]}
            query                       | 400 | {"x":["This field is required."]}
            """)
    void everyFailureHasTheContractsResponse(String path, int status, String body) {
        var answer = send(to("/api/v1/traits/" + path));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).isEqualTo(body);
    }

    /** The client would take an error within a response for a part of it. */
    @Test
    void aResponseThatFailsMidwayIsBrokenOff() {
        var request = to("/api/v1/traits/fail/midway").build();

        try (var client = HttpClient.newHttpClient()) {
            assertThatIOException().isThrownBy(() -> client.send(request, BodyHandlers.ofString()));
        }
    }

    @ParameterizedTest
    @CsvSource({"GET, /api/v1/nothing/", "POST, /api/v1/nothing", "DELETE, /nothing"})
    void anUnknownPathIsA404WithoutDetail(String method, String path) {
        var answer = send(to(path).method(method, BodyPublishers.noBody()).header("Authorization", "Token bad"));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("{\"message\":\"There is nothing at this address.\"}");
    }

    @ParameterizedTest
    @CsvSource({"PATCH", "POST", "PUT"})
    void anUnsupportedMethodIsNamedInTheError(String method) {
        var answer = send(to("/api/v1/traits/rows/7/").method(method, BodyPublishers.ofString("{")));

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.body()).isEqualTo("{\"detail\":\"Method \\\"" + method + "\\\" not allowed.\"}");
        assertThat(answer.headers().allValues("Allow")).containsExactly("GET, DELETE, HEAD, OPTIONS");
    }
}
