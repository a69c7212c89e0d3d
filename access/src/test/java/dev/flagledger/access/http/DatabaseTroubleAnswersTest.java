package dev.flagledger.access.http;

import static dev.flagledger.access.http.GuardedServer.send;
import static dev.flagledger.access.http.GuardedServer.to;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseTroubleAnswersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            08006 | 503 | The database cannot be reached at the moment. Try again soon.
            53300 | 503 | All connections to the database are in use at the moment. Try again soon.
            53100 | 507 | The database has no space left on its disk. Nothing can be written until it has.
            """)
    void databaseFailuresHaveResponsesOfTheirOwn(String state, int status, String detail) {
        var answer = send(to("/api/v1/traits/fail/database/" + state));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).isEqualTo("{\"detail\":\"" + detail + "\"}");
    }
}
