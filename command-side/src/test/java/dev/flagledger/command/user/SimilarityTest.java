package dev.flagledger.command.user;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The measure is Django's: twice the characters in common, in any order, by the length of both. */
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
