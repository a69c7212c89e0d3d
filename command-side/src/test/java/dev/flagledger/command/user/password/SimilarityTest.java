package dev.flagledger.command.user.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Django's measure: twice the number of common characters, in any order, divided by the sum of the lengths. */
class SimilarityTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            deirdre         ; Deirdre              ; true
            erdried         ; Deirdre              ; true
            deirdre99       ; Deirdre              ; true
            deirdre9999999  ; Deirdre              ; false
            example         ; dee.ray@example.test ; true
            ray             ; dee.ray@example.test ; true
            abcdefg         ; abcdexy              ; true
            abcdefg         ; abcdxyz              ; false
            aaaa            ; a                    ; false
            correct horse   ; ``                   ; false
            """)
    void aPasswordIsCloseToAWordThatItHasMostlyInCommon(String password, String personal, boolean close) {
        assertThat(Similarity.isClose(password, personal)).isEqualTo(close);
    }
}
