package dev.flagledger.ledger.log.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.api.Actor;
import dev.flagledger.api.Subject;
import dev.flagledger.api.catalogue.EventCatalogue;
import dev.flagledger.api.event.FlagEvent.SegmentsOrdered;
import dev.flagledger.api.event.IdentityEvent.IdentityDeleted;
import dev.flagledger.api.event.LogEvent;
import dev.flagledger.api.event.ProjectEvent.ProjectDeleted;
import dev.flagledger.api.event.UserEvent.UserRenamed;
import dev.flagledger.ledger.log.Attribution;
import dev.flagledger.ledger.log.payload.CanonicalSerializer;
import dev.flagledger.ledger.subject.SubjectKeys;
import dev.flagledger.ledger.subject.TestKeys;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.serialization.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryFormatTest {

    private static final String ENTRY = "{\"actor\":{\"id\":3,\"kind\":\"API_KEY\",\"name\":\"a robot\"},"
            + "\"address\":null,\"agent\":null,\"at\":\"2031-01-01T00:00:00.000000Z\",\"event\":{\"userId\":3},\"id\":\"e-1\","
            + "\"note\":null,\"request\":\"r-1\",\"revision\":1,\"sequence\":0,\"stream\":\"user-3\",\"type\":\"user.logged-out\"}";

    private final SubjectKeys keys = TestKeys.fixed();
    private final EntryFormat format = new EntryFormat(CanonicalSerializer.of(new EventCatalogue()), keys);

    @Test
    void anEntryIsReadAsItWasWritten() {
        var by = new Attribution(
                Actor.user(3, "an\u00e4@example.test"), "r-\"1\"", "192.0.2.7", "curl/8", "for the\nsale \ud83d\ude80");
        var event = new UserRenamed(3, "An\u00e4 \ud83d\ude80", "\ud83d \"\u0000");
        var message = new GenericDomainEventMessage<>(
                "user",
                "user-3",
                7,
                new GenericMessage<>("e-1", event, by.toMetaData()),
                Instant.EPOCH.plusNanos(1_000));

        var stored = format.write(message, keys.keyring());
        var read = format.read(stored.entry());

        assertThat(read.getPayload()).isEqualTo(message.getPayload());
        assertThat(Attribution.of(read.getMetaData())).isEqualTo(by);
        assertThat(read.getTimestamp()).isEqualTo(message.getTimestamp());
        assertThat(read.getIdentifier()).isEqualTo(message.getIdentifier());
        assertThat(read.getAggregateIdentifier()).isEqualTo("user-3");
        assertThat(read.getSequenceNumber()).isEqualTo(7);
        assertThat(read.getType()).isEqualTo("user");
    }

    @Test
    void personalDataIsNotInTheEntryInPlainText() {
        var entry = text(format.write(renamed(), keys.keyring()));

        assertThat(entry)
                .doesNotContain("Ana", "Rey", "ana@example.test", "192.0.2.7", "curl/8")
                .contains("\"actor\":{\"id\":3,\"kind\":\"USER\",\"name\":{\"of\":\"user:3\",\"sealed\":\"")
                .contains("\"address\":{\"of\":\"user:3\",\"sealed\":\"")
                .contains("\"agent\":{\"of\":\"user:3\",\"sealed\":\"")
                .contains("\"note\":\"for the sale\"")
                .contains("\"firstName\":{\"of\":\"user:4\",\"sealed\":\"");
    }

    @Test
    void theAddressAndTheAgentOfAnApplicationAreDataOfTheSubject() {
        var by = new Attribution(Actor.sdk(14), null, "192.0.2.7", "curl/8", null);

        assertThat(text(format.write(message(new IdentityDeleted(14, 4211), by), keys.keyring())))
                .contains("\"address\":{\"of\":\"identity:4211\"", "\"agent\":{\"of\":\"identity:4211\"");
        assertThat(text(format.write(message(new ProjectDeleted(7), by), keys.keyring())))
                .contains("\"address\":\"192.0.2.7\",\"agent\":\"curl/8\"");
    }

    @Test
    void dataOfAnErasedPersonIsReadAsATombstone() {
        var stored = format.write(renamed(), keys.keyring());
        keys.destroy(Subject.user(4));
        keys.clear();

        var read = format.read(stored.entry());

        assertThat(read.getPayload()).isEqualTo(new UserRenamed(4, "erased", "erased"));
        assertThat(Attribution.of(read.getMetaData()).actor().name()).isEqualTo("ana@example.test");
    }

    @Test
    void dataRecordedAfterAnErasureIsReadAsATombstoneToo() {
        keys.destroy(Subject.user(4));

        assertThat(format.read(format.write(renamed(), keys.keyring()).entry()).getPayload())
                .isEqualTo(new UserRenamed(4, "erased", "erased"));
    }

    @Test
    void aSealedTextOpensOnlyAtItsLocation() {
        var entry = text(format.write(renamed(), keys.keyring()));
        var texts = Pattern.compile("\\{\"of\":\"user:4\",\"sealed\":\"[^\"]+\"}")
                .matcher(entry)
                .results()
                .map(MatchResult::group)
                .toList();
        var swapped = entry.replace(texts.get(0), "*")
                .replace(texts.get(1), texts.get(0))
                .replace("*", texts.get(1));

        assertThat(texts).hasSize(2);
        assertThatThrownBy(() -> read(swapped)).isInstanceOf(SerializationException.class);
        assertThatThrownBy(() -> read(entry.replace("\"id\":\"e-1\"", "\"id\":\"e-2\"")))
                .isInstanceOf(SerializationException.class);
    }

    @Test
    void aPersonalTextThatIsNotSealedIsNotRead() {
        var entry = text(format.write(renamed(), keys.keyring()));
        var plain = entry.replaceFirst("\"firstName\":\\{[^}]+}", "\"firstName\":\"Ana\"");
        var plainName = entry.replaceFirst("\"name\":\\{[^}]+}", "\"name\":\"ana\"");

        assertThat(List.of(plain, plainName))
                .doesNotContain(entry)
                .allSatisfy(
                        spoilt -> assertThatThrownBy(() -> read(spoilt)).isInstanceOf(SerializationException.class));
    }

    @Test
    void anEntryOfAnOlderRevisionIsReadAsTheCurrentEventAndKeepsItsHash() {
        var bytes = ("{\"actor\":{\"id\":null,\"kind\":\"SYSTEM\",\"name\":\"\"},\"address\":null,"
                        + "\"agent\":null,\"at\":\"2031-01-01T00:00:00.000000Z\","
                        + "\"event\":{\"environmentId\":14,\"featureId\":901,\"priorities\":{\"56\":0}},"
                        + "\"id\":\"e-1\",\"note\":null,\"request\":null,\"revision\":1,\"sequence\":0,\"stream\":\"flag-14-901\","
                        + "\"type\":\"flag.segments-ordered\"}")
                .getBytes(StandardCharsets.UTF_8);
        var entry = new Entry(bytes.clone());
        var leaf = entry.leafHash();

        assertThat(format.read(entry).getPayload()).isEqualTo(SegmentsOrdered.of(14, 901, Map.of(56, 0)));
        assertThat(entry.bytes()).isEqualTo(bytes);
        assertThat(entry.leafHash()).isEqualTo(leaf);
    }

    private static DomainEventMessage<?> renamed() {
        return message(
                new UserRenamed(4, "Ana", "Rey"),
                new Attribution(Actor.user(3, "ana@example.test"), null, "192.0.2.7", "curl/8", "for the sale"));
    }

    private static DomainEventMessage<?> message(LogEvent event, Attribution by) {
        return new GenericDomainEventMessage<>(
                "user", "user-4", 7, new GenericMessage<>("e-1", event, by.toMetaData()), Instant.EPOCH);
    }

    private static String text(StoredEntry stored) {
        return new String(stored.entry().bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void theSampleOfTheNextTestIsValid() {
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
                "\"agent\":null,|``",
                "\"agent\":null,|\"agent\":[],",
                "\"note\":null,|``",
                "\"note\":null,|\"note\":{\"of\":\"user:3\",\"sealed\":\"\"},",
                "\"note\":null,\"request\":\"r-1\"|\"request\":\"r-1\",\"note\":null",
                "\"id\":\"e-1\",|\"id\":null,",
                "\"id\":\"e-1\",|\"more\":1,\"id\":\"e-1\",",
                "\"kind\":\"API_KEY\"|\"kind\":\"ROBOT\"",
                "\"kind\":\"API_KEY\"|\"kind\":\"USER\"",
                "\"name\":\"a robot\"|\"name\":{\"of\":\"user:3\"}",
                "\"name\":\"a robot\"|\"name\":{\"of\":\"user:3\",\"sealed\":\"\"}",
                "2031-01-01T00:00:00.000000Z|yesterday",
                "\"sequence\":0|\"sequence\":0.5",
                "\"sequence\":0|\"sequence\":99999999999999999999",
                "{\"userId\":3}|3",
                "{\"userId\":3}|{}",
                "user.logged-out\"}|user.logged-out\"}x",
                "user.logged-out\"}|user.logged-out\"}{}",
                "user.logged-out\"}|user.logged-out\"",
                "user.logged-out|user.beamed-up"
            })
    void aMalformedEntryIsNotRead(String part, String instead) {
        var spoilt = ENTRY.replace(part, instead);

        assertThat(spoilt).isNotEqualTo(ENTRY);
        assertThatThrownBy(() -> read(spoilt)).isInstanceOf(SerializationException.class);
    }

    private DomainEventMessage<?> read(String entry) {
        return format.read(new Entry(entry.getBytes(StandardCharsets.UTF_8)));
    }
}
