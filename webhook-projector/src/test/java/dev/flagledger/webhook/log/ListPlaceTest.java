package dev.flagledger.webhook.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListPlaceTest {

    @Test
    void aPlaceIsReadAsItIsWritten() {
        var place = new ListPlace(41, 1207);

        assertThat(place).hasToString("41-1207");
        assertThat(ListPlace.parse("41-1207")).contains(place);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "41", "41-", "-41-7", "41-7-0", "41-x", "41-1234567890123456789"})
    void anythingElseIsNoPlace(String text) {
        assertThat(ListPlace.parse(text)).isEmpty();
    }
}
