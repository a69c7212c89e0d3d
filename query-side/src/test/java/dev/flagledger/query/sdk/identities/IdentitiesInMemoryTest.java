package dev.flagledger.query.sdk.identities;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.query.sdk.identities.request.IdentityRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentitiesInMemoryTest {

    @Test
    void aQueryWithAnIdentifierIsParsed() {
        assertThat(IdentitiesInMemory.fromQuery("identifier=a%20b+%C3%A9"))
                .isEqualTo(new IdentityRequest("a b é", false, List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"identifier=50%", "identifier=%zz", "identifier=%4", "identifier=%ff", "identifier=a&b=c", "a=b"
            })
    void otherQueriesAreLeftToTheServlet(String query) {
        assertThat(IdentitiesInMemory.fromQuery(query)).isNull();
    }
}
