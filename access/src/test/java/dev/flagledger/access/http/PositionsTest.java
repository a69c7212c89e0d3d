package dev.flagledger.access.http;

import static dev.flagledger.access.http.GuardedServer.send;
import static dev.flagledger.access.http.GuardedServer.to;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.installation.web.Positions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PositionsTest {

    private static final String ROWS = "/api/v1/traits/rows/";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1000000                    | Flagledger-Position is beyond the end of the log.
            9223372036854775807        | Flagledger-Position is beyond the end of the log.
            99999999999999999999999999 | Flagledger-Position is beyond the end of the log.
            -1                         | Flagledger-Position must be a number that an answer named.
            7.5                        | Flagledger-Position must be a number that an answer named.
            latest                     | Flagledger-Position must be a number that an answer named.
            """)
    void aPositionAfterTheLastOneIsNotWaitedFor(String position, String problem) {
        var answer = send(to(ROWS).header(Positions.HEADER, position));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("{\"detail\":\"" + problem + "\"}");
    }

    @ParameterizedTest
    @CsvSource({"0", "00"})
    void aReachedPositionIsNotWaitedFor(String position) {
        assertThat(send(to(ROWS).header(Positions.HEADER, position)).statusCode())
                .isEqualTo(200);
    }
}
