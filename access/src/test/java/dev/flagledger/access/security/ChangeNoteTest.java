package dev.flagledger.access.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.flagledger.contract.error.InvalidInput;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class ChangeNoteTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "for the sale          | for the sale",
                "for%20the%20sale      | for the sale",
                "%20 1+1%3D2 %0A       | 1+1=2",
                "f%C3%BCr %F0%9F%9A%80 | f\u00fcr \ud83d\ude80",
                "%20                   | ",
                "''                    | "
            })
    void aNoteIsDecodedAndStripped(String header, @Nullable String note) {
        assertThat(note(header)).isEqualTo(note);
    }

    @Test
    void aRequestNeedsNoNote() {
        assertThat(ChangeNote.of(new MockHttpServletRequest())).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "%                     | Enter UTF-8 text, percent-encoded.",
                "100%                  | Enter UTF-8 text, percent-encoded.",
                "%zz                   | Enter UTF-8 text, percent-encoded.",
                "%FC                   | Enter UTF-8 text, percent-encoded.",
                "%ED%A0%BD             | Enter UTF-8 text, percent-encoded.",
                "f\u00fcr              | Enter UTF-8 text, percent-encoded.",
                "a%00b                 | Null characters are not allowed."
            })
    void anUnreadableNoteIsRefused(String header, String problem) {
        assertRefused(header, problem);
    }

    @Test
    void aNoteHasAtMost1000Characters() {
        var rocket = "%F0%9F%9A%80";

        assertThat(note(rocket.repeat(1_000))).isEqualTo("\ud83d\ude80".repeat(1_000));
        assertRefused("a".repeat(1_001), "Ensure this field has no more than 1000 characters.");
    }

    private static void assertRefused(String header, String problem) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> note(header))
                .extracting(InvalidInput::body)
                .isEqualTo(Map.of("note", List.of(problem)));
    }

    private static @Nullable String note(String header) {
        var request = new MockHttpServletRequest();
        request.addHeader(ChangeNote.HEADER, header);
        return ChangeNote.of(request);
    }
}
