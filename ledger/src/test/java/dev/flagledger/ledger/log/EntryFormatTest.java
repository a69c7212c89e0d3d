package dev.flagledger.ledger.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.api.Actor;
import dev.flagledger.api.event.UserEvent.UserRenamed;
import java.nio.charset.StandardCharsets;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryFormatTest {

    private static final String ENTRY = "{\"actor\":{\"id\":3,\"kind\":\"USER\",\"name\":\"ana@example.test\"},"
            + "\"address\":null,\"at\":\"2031-01-01T00:00:00.000000Z\",\"event\":{\"userId\":3},\"id\":\"e-1\","
            + "\"request\":\"r-1\",\"revision\":1,\"sequence\":0,\"stream\":\"user-3\",\"type\":\"user.logged-in\"}";

    private final EntryFormat format = new EntryFormat(CanonicalSerializer.create());

    @Test
    void whatIsWrittenIsReadAsItWas() {
        var by = new Attribution(Actor.user(3, "an\u00e4@example.test"), "r-\"1\"", "192.0.2.7");
        var message = new GenericDomainEventMessage<>(
                "user", "user-3", 7, new UserRenamed(3, "An\u00e4 \ud83d\ude80", "B"), by.toMetaData());

        var stored = format.write(message);
        var read = format.read(stored.entry());

        assertThat(read.getPayload()).isEqualTo(message.getPayload());
        assertThat(Attribution.of(read.getMetaData())).isEqualTo(by);
        assertThat(read.getTimestamp()).isEqualTo(message.getTimestamp());
        assertThat(read.getIdentifier()).isEqualTo(message.getIdentifier());
        assertThat(read.getAggregateIdentifier()).isEqualTo("user-3");
        assertThat(read.getSequenceNumber()).isEqualTo(7);
        assertThat(read.getType()).isEqualTo("user");
        assertThat(format.write(read)).isEqualTo(stored);
    }

    @Test
    void theSampleThatTheNextTestSpoilsIsSound() {
        assertThat(read(ENTRY).getAggregateIdentifier()).isEqualTo("user-3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"address\":null,|``",
                "\"address\":null,|\"address\":null,\"address\":null,",
                "\"address\":null,|\"address\":5,",
                "\"id\":\"e-1\",|\"id\":null,",
                "\"id\":\"e-1\",|\"more\":1,\"id\":\"e-1\",",
                "\"kind\":\"USER\"|\"kind\":\"ROBOT\"",
                "2031-01-01T00:00:00.000000Z|yesterday",
                "\"sequence\":0|\"sequence\":0.5",
                "\"sequence\":0|\"sequence\":99999999999999999999",
                "{\"userId\":3}|3",
                "{\"userId\":3}|{}",
                "user.logged-in\"}|user.logged-in\"}x",
                "user.logged-in\"}|user.logged-in\"}{}",
                "user.logged-in\"}|user.logged-in\"",
                "user.logged-in|user.beamed-up"
            })
    void whatIsNotAnEntryIsNotRead(String part, String instead) {
        var spoilt = ENTRY.replace(part, instead);

        assertThat(spoilt).isNotEqualTo(ENTRY);
        assertThatThrownBy(() -> read(spoilt)).isInstanceOf(SerializationException.class);
    }

    private DomainEventMessage<?> read(String entry) {
        return format.read(new Entry(entry.getBytes(StandardCharsets.UTF_8)));
    }
}
