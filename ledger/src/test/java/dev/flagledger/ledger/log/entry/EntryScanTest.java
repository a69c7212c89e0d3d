package dev.flagledger.ledger.log.entry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.Actor;
import dev.flagledger.api.catalogue.EventCatalogue;
import dev.flagledger.api.event.LogEvent;
import dev.flagledger.api.event.ProjectEvent.ProjectDeleted;
import dev.flagledger.api.event.UserEvent.UserLoggedOut;
import dev.flagledger.ledger.log.Attribution;
import dev.flagledger.ledger.log.payload.CanonicalSerializer;
import dev.flagledger.ledger.log.payload.Samples;
import dev.flagledger.ledger.subject.SubjectKeys;
import dev.flagledger.ledger.subject.TestKeys;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The quick reader yields what the full reader does, or declines. */
class EntryScanTest {

    static final List<LogEvent> samples = Samples.ALL;

    private static final Actor ROBOT = Actor.apiKey(21, "a robot");

    private final SubjectKeys keys = TestKeys.fixed();
    private final EntryFormat format = new EntryFormat(CanonicalSerializer.of(new EventCatalogue()), keys);

    @ParameterizedTest
    @FieldSource("samples")
    void anEventIsReadQuicklyUnlessItHasSealedTexts(LogEvent event) {
        var entry = written(event, new Attribution(ROBOT, null, null, null, null));
        boolean sealed = new String(entry.bytes(), StandardCharsets.UTF_8).contains("{\"of\":\"");

        assertThat(format.quick(5, entry)).isEqualTo(sealed ? null : format.unnamed(5, entry));
    }

    static Stream<Attribution> attributions() {
        return Stream.of(
                new Attribution(Actor.SYSTEM, null, null, null, null),
                new Attribution(Actor.user(3, "ana@example.test"), "r-1", "192.0.2.7", "curl/8", "for the sale"),
                new Attribution(Actor.sdk(14), "r-1", "192.0.2.7", "curl/8", null),
                new Attribution(ROBOT, "r-1", "192.0.2.7", "curl/8", "{of:user:3}"));
    }

    @ParameterizedTest
    @MethodSource("attributions")
    void theActorIsRead(Attribution by) {
        var entry = written(new UserLoggedOut(3), by);

        assertThat(format.quick(5, entry)).isNotNull().isEqualTo(format.unnamed(5, entry));
    }

    @Test
    void escapedTextsAreDeclined() {
        for (var text : List.of("a \"robot\"", "a r\u00f6bot", "a\nrobot", "\\")) {
            assertThat(format.quick(
                            5,
                            written(
                                    new UserLoggedOut(3),
                                    new Attribution(Actor.apiKey(21, text), null, null, null, null))))
                    .isNull();
            assertThat(format.quick(5, written(new UserLoggedOut(3), new Attribution(ROBOT, text, null, null, null))))
                    .isNull();
            assertThat(format.quick(5, written(new ProjectDeleted(7), new Attribution(ROBOT, null, null, text, null))))
                    .isNull();
            assertThat(format.quick(5, written(new UserLoggedOut(3), new Attribution(ROBOT, null, null, null, text))))
                    .isNull();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"actor\"|[{\"actor\"",
                "\"id\":21|\"id\":021",
                "\"id\":21|\"id\":12345678901",
                "\"id\":21|\"id\":",
                "\"kind\":\"API_KEY\"|\"kind\":\"ROBOT\"",
                "\"kind\":\"API_KEY\"|\"kind\":\"USER\"",
                "\"name\":\"a robot\"|\"name\":{\"of\":\"user:3\"}",
                "\"address\":null,|``",
                "\"agent\":null,|``",
                "\"agent\":null,|\"agent\":7,",
                "\"note\":null,|``",
                "\"note\":null,|\"note\":{},",
                "1970-01-01T|1970-01-41T",
                "{\"userId\":3}|3",
                "{\"userId\":3}|{}",
                "{\"userId\":3}|{\"userId\":3,\"more\":1}",
                "{\"userId\":3}|{\"userId\":3",
                "{\"userId\":3}|{\"userId\":3}}",
                "\"revision\":1|\"revision\":2",
                "\"sequence\":7|\"sequence\":7.5",
                "user.logged-out\"}|user.logged-out\"}x",
                "user.logged-out\"}|user.logged-out\"",
                "user.logged-out\"}|``",
                "user.logged-out|user.beamed-up",
                "\"stream\":\"user-4\"|\"stream\":null"
            })
    void aMalformedEntryIsDeclined(String part, String instead) {
        var entry = new String(
                written(new UserLoggedOut(3), new Attribution(ROBOT, null, null, null, null))
                        .bytes(),
                StandardCharsets.UTF_8);
        var spoilt = entry.replace(part, instead);

        assertThat(spoilt).isNotEqualTo(entry);
        assertThat(format.quick(5, new Entry(spoilt.getBytes(StandardCharsets.UTF_8))))
                .isNull();
    }

    @Test
    void aTruncatedEntryIsDeclined() {
        var bytes = written(new UserLoggedOut(3), new Attribution(ROBOT, null, null, null, null))
                .bytes();
        for (int length = 0; length < bytes.length; length++) {
            assertThat(format.quick(5, new Entry(Arrays.copyOf(bytes, length)))).isNull();
        }
    }

    private Entry written(LogEvent event, Attribution by) {
        var message = new GenericDomainEventMessage<>(
                "user", "user-4", 7, new GenericMessage<>("e-1", event, by.toMetaData()), Instant.EPOCH);
        return format.write(message, keys.keyring()).entry();
    }
}
