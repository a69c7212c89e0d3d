package dev.flagledger.ledger.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamNameTest {

    @ParameterizedTest
    @CsvSource({
        "user-3, user",
        "flag-14-901, flag",
        "erasure-0b9f7a52-6c1d-4e3f-8a7b-5c4d3e2f1a0b, erasure",
        "later, later"
    })
    void theKindPrecedesTheFirstHyphen(String stream, String kind) {
        assertThat(StreamName.kindOf(stream)).isEqualTo(kind);
    }
}
