package dev.flagledger.platform.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.api.Actor;
import dev.flagledger.api.event.RecordedEvent;
import dev.flagledger.api.event.UserEvent.UserLoggedIn;
import dev.flagledger.api.event.UserEvent.UserRenamed;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.serialization.SerializationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventLogTest {

    private final TestLog test = TestLog.fresh();
    private final EventLog log = test.log();

    @AfterEach
    void close() {
        test.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"update event set payload = ''", "delete from event", "truncate event"})
    void whatIsInTheLogStaysAsItIs(String rewrite) {
        test.append(new UserLoggedIn(1));

        assertThatThrownBy(() -> test.jdbc().sql(rewrite).update()).hasMessageContaining("append only");
        assertThat(events(0, Long.MAX_VALUE)).containsExactly(new UserLoggedIn(1));
    }

    @Test
    void anEmptyLogEndsWhereItBegins() {
        assertThat(log.head()).isEqualTo(EventLog.BEGINNING);
        assertThat(events(EventLog.BEGINNING, Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void theHeadIsTheLastPositionThatIsThere() {
        test.append(new UserLoggedIn(1), new UserLoggedIn(2));
        test.appendInVain(new UserLoggedIn(3), new UserLoggedIn(4));

        assertThat(log.head()).isEqualTo(2);
    }

    @Test
    void eventsAreReadBetweenTwoPositions() {
        test.append(new UserLoggedIn(1), new UserLoggedIn(2));
        test.appendInVain(new UserLoggedIn(3));
        test.append(new UserLoggedIn(4), new UserLoggedIn(5));

        assertThat(events(0, 2)).containsExactly(new UserLoggedIn(1));
        assertThat(events(1, 5)).containsExactly(new UserLoggedIn(2), new UserLoggedIn(4));
        assertThat(events(4, Long.MAX_VALUE)).containsExactly(new UserLoggedIn(5));
        assertThat(events(2, 4)).isEmpty();
    }

    /** The storage fetches a hundred positions at a time; more of them may be holes. */
    @Test
    void aWideHoleIsNotTakenForTheEnd() {
        var vain = Stream.generate(() -> new UserLoggedIn(0)).limit(250).toArray(UserLoggedIn[]::new);
        test.append(new UserLoggedIn(1));
        test.appendInVain(vain);
        test.append(new UserLoggedIn(2));

        assertThat(events(1, Long.MAX_VALUE)).containsExactly(new UserLoggedIn(2));
    }

    @Test
    void anEventKeepsItsTimeToTheMicrosecondAndItsActor() {
        var actor = Actor.user(3, "ana@example.test");
        var message = new GenericEventMessage<>(new UserLoggedIn(3), new Attribution(actor, "r-1", null).toMetaData());

        test.store().publish(message);

        assertThat(message.getTimestamp()).isEqualTo(message.getTimestamp().truncatedTo(ChronoUnit.MICROS));
        try (var recorded = log.between(0, Long.MAX_VALUE)) {
            assertThat(recorded)
                    .containsExactly(new RecordedEvent(1, message.getTimestamp(), actor, new UserLoggedIn(3)));
        }
    }

    @Test
    void whatIsStoredIsTheCanonicalForm() {
        test.append(new UserRenamed(3, "An\u00e4", "B"));

        var row = test.jdbc().sql("""
                        select payload_type, payload_revision, convert_from(payload, 'UTF8') as payload,
                            convert_from(metadata, 'UTF8') as metadata
                        from event
                        """).query().singleRow();
        assertThat(row)
                .containsEntry("payload_type", "user.renamed")
                .containsEntry("payload_revision", "1")
                .containsEntry("payload", "{\"firstName\":\"An\u00e4\",\"lastName\":\"B\",\"userId\":3}")
                .containsEntry("metadata", "{\"actorKind\":\"SYSTEM\",\"actorName\":\"\"}");
    }

    @Test
    void noReaderGetsPastAnEventThatThisVersionDoesNotKnow() throws Exception {
        test.append(new UserLoggedIn(1));
        test.appendUnknown();
        test.append(new UserLoggedIn(2));

        assertThatThrownBy(() -> events(0, Long.MAX_VALUE)).isInstanceOf(SerializationException.class);
        assertThatThrownBy(() -> test.store().readEvents("later").asStream().count())
                .isInstanceOf(SerializationException.class);
        try (var reader = log.follow(0)) {
            assertThat(EventLog.recorded(reader.nextAvailable()).event()).isEqualTo(new UserLoggedIn(1));
            assertThatThrownBy(() -> reader.hasNextAvailable(1, TimeUnit.SECONDS))
                    .isInstanceOf(SerializationException.class);
        }
    }

    private List<Object> events(long after, long before) {
        try (var events = log.between(after, before)) {
            return events.<Object>map(RecordedEvent::event).toList();
        }
    }
}
