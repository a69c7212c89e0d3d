package dev.flagledger.command.user.mailed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UidTest {

    @ParameterizedTest
    @CsvSource({"5, NQ", "12, MTI", "2147483647, MjE0NzQ4MzY0Nw"})
    void idsAreWrittenAsDjangoWritesThem(int id, String uid) {
        assertThat(Uid.of(id)).isEqualTo(uid);
        assertThat(Uid.parse(uid)).contains(id);
    }

    @Test
    void paddingIsAccepted() {
        assertThat(Uid.parse("NQ==")).contains(5);
    }

    /** The last ones are a number that is too large, a negative one, and "5" followed by a zero. */
    @ParameterizedTest
    @ValueSource(strings = {"", "5", "N", "???", "bm9uZQ", "\u0000", "OTk5OTk5OTk5OQ", "LTU", "NQA"})
    void whatIsNoIdIsNone(String text) {
        assertThat(Uid.parse(text)).isEmpty();
    }
}
