package dev.flagledger.query.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.query.audit.find.AuditQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class AuditParametersTest {

    private final MockHttpServletRequest request = new MockHttpServletRequest();

    @Test
    void withoutFiltersEverythingMatches() {
        assertThat(AuditParameters.read(request)).isEqualTo(new AuditQuery(null, List.of(), List.of(), "", null, null));
    }

    @Test
    void bothParametersSelectEnvironments() {
        request.addParameter("environments", "4", "5", "");
        request.addParameter("environment", "6");
        request.addParameter("project", "3");
        request.addParameter("before", "7");

        assertThat(AuditParameters.read(request)).isEqualTo(new AuditQuery(3, List.of(4, 5), List.of(6), "", null, 7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1,2", "-1", "1.5", "9999999999"})
    void aMalformedIdIsRejected(String id) {
        request.addParameter("environments", id);

        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> AuditParameters.read(request));
    }

    @Test
    void theLengthOfASearchIsCountedInCharacters() {
        request.setParameter("search", "\ud83d\ude00".repeat(256));
        assertThat(AuditParameters.read(request).search()).hasSize(512);

        request.setParameter("search", "x".repeat(257));
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> AuditParameters.read(request));
    }

    @Test
    void aSearchForTextThatCannotBeStoredIsRejected() {
        request.setParameter("search", "a\0b");

        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> AuditParameters.read(request));
    }

    @ParameterizedTest
    @CsvSource({"true, true", "On, true", "1, true", "FALSE, false", "n, false", "0, false", "perhaps,", "'',"})
    void theOriginIsParsedLeniently(String text, @Nullable Boolean expected) {
        request.setParameter("is_system_event", text);

        assertThat(AuditParameters.read(request).systemEvent()).isEqualTo(expected);
    }
}
