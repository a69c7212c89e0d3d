package dev.flagledger.query.event.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class EventFormatTest {

    private final MockHttpServletRequest request = new MockHttpServletRequest();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/x-ndjson | LINES",
                "text/csv | SHEET",
                "text/csv, */* | SHEET",
                "application/json;q=0.5, text/csv;q=0.6 | SHEET"
            })
    void aStreamIsWrittenWhereItIsNamed(String accept, EventFormat format) {
        request.addHeader("Accept", accept);

        assertThat(RequestedFormat.of(request)).hasValue(format);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/json", "application/*", "text/html, */*;q=0.8", "json, text/csv", ""})
    void otherwiseAPageIsAnswered(String accept) {
        request.addHeader("Accept", accept);

        assertThat(RequestedFormat.of(request)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"LINES, application/x-ndjson", "SHEET, text/csv;charset=utf-8"})
    void aStreamNamesItsEncodingUnlessItIsJson(EventFormat format, String type) {
        assertThat(format.contentType()).isEqualTo(type);
    }

    @Test
    void withoutTheHeaderAPageIsAnswered() {
        assertThat(RequestedFormat.of(request)).isEmpty();
    }
}
