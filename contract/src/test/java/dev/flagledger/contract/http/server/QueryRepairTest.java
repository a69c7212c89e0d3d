package dev.flagledger.contract.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryRepairTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            /api/v1/tags/?search=50%,         /api/v1/tags/?search=50%25
            /api/v1/tags/?search=50%&page=2,  /api/v1/tags/?search=50%25&page=2
            /api/v1/tags/?search=%zz%20,      /api/v1/tags/?search=%25zz%20
            /api/v1/tags/?search=%FF,         /api/v1/tags/?search=%EF%BF%BD
            """)
    void anInvalidEscapeIsRepaired(String sent, String seen) throws Exception {
        assertThat(seenAs(sent)).isEqualTo(seen);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/flags/", "/flags/?", "/flags/?a=%C3%A9&b=%2F", "/flags/?a=b+c", "/fl%20gs/"})
    void aValidTargetIsKept(String target) throws Exception {
        assertThat(seenAs(target)).isEqualTo(target);
    }

    private static String seenAs(String target) throws Exception {
        return LocalServer.body(LocalServer.answer(
                "GET",
                target,
                "",
                LocalServer.echo(request -> request.getHttpURI().getPathQuery()),
                List.of(new QueryRepair())));
    }
}
