package dev.flagledger.ledger.subject;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MentionsTest {

    private static final String SEALED = "{\"actor\":{\"name\":{\"of\":\"user:3\",\"sealed\":\"AAAA\"}},"
            + "\"event\":{\"identifier\":{\"of\":\"identity:4211\",\"sealed\":\"BBBB\"}}}";

    private final Mentions mentions = new Mentions();

    @Test
    void thePersonsOfAllEntriesAreFoundOnce() {
        mentions.add(SEALED.getBytes(UTF_8));
        mentions.add("{\"name\":{\"of\":\"user:3\",\"sealed\":\"CCCC\"}}".getBytes(UTF_8));

        assertThat(mentions.subjects()).containsExactlyInAnyOrder("user:3", "identity:4211");
    }

    @Test
    void aTextThatLooksSealedIsNone() {
        var entry = "{\"text\":\"{\\\"of\\\":\\\"user:3\\\"\"}".getBytes(UTF_8);

        mentions.add(entry);

        assertThat(mentions.subjects()).isEmpty();
        assertThat(Mentions.any(entry, 0)).isFalse();
    }

    @Test
    void aTruncatedEntryIsScannedToItsEnd() {
        for (int length = 0; length < SEALED.length(); length++) {
            new Mentions().add(SEALED.substring(0, length).getBytes(UTF_8));
        }
    }

    @Test
    void onlyTextsFromTheOffsetOnCount() {
        var entry = SEALED.getBytes(UTF_8);

        assertThat(Mentions.any(entry, SEALED.indexOf("\"event\""))).isTrue();
        assertThat(Mentions.any(entry, SEALED.indexOf("\"of\":\"identity"))).isFalse();
    }
}
