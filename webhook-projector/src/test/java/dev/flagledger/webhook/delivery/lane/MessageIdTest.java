package dev.flagledger.webhook.delivery.lane;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageIdTest {

    @ParameterizedTest
    @CsvSource({
        "41-7-0, 41, 7, 0",
        "0-0-3, 0, 0, 3",
        "999999999-999999999999999999-999999999, 999999999, 999999999999999999, 999999999"
    })
    void anIdIsReadAsItIsWritten(String text, int webhook, long position, int ordinal) {
        var id = new MessageId(webhook, position, ordinal);

        assertThat(MessageId.parse(text)).contains(id);
        assertThat(id).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "41",
                "41-7",
                "41-7-0-1",
                "41-7-",
                "-41-7-0",
                "41-7-0 ",
                "41-7-x",
                "41_7_0",
                "1234567890-7-0",
                "41-1234567890123456789-0",
                "41-7-1234567890",
                "٤١-٧-٠"
            })
    void anythingElseIsNoId(String text) {
        assertThat(MessageId.parse(text)).isEmpty();
    }
}
