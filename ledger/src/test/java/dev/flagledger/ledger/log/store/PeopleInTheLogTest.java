package dev.flagledger.ledger.log.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.api.Subject;
import dev.flagledger.api.event.UserEvent;
import dev.flagledger.api.event.UserEvent.UserRegistered;
import dev.flagledger.api.event.UserEvent.UserRenamed;
import dev.flagledger.ledger.log.Attribution;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.SerializationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Personal data in the log, on two nodes with one real database. */
class PeopleInTheLogTest {

    private final TestLog here = TestLog.fresh();
    private final TestLog there = here.elsewhere();

    @AfterEach
    void close() {
        there.close();
        here.close();
    }

    @Test
    void anotherNodeReadsPersonalDataThatTheTableDoesNotShow() {
        here.append(new UserRenamed(4, "Ana", "Rey"));

        assertThat(events(there)).containsExactly(new UserRenamed(4, "Ana", "Rey"));
        assertThat(new String(here.stored().getFirst().requireEntry().bytes(), StandardCharsets.UTF_8))
                .doesNotContain("Ana")
                .doesNotContain("Rey");
    }

    @Test
    void anErasedPersonIsATombstoneOnEveryNodeAndHashesRemainValid() {
        here.append(new UserRenamed(4, "Ana", "Rey"), new UserRenamed(5, "Bo", "Li"));
        assertThat(events(there)).hasSize(2);
        var before = here.stored();

        here.transactions().executeInTransaction(() -> here.keys().destroy(Subject.user(4)));
        here.keys().erased(Subject.user(4));
        there.keys().erased(Subject.user(4));

        assertThat(List.of(here, there, here.elsewhere()))
                .allSatisfy(node -> assertThat(events(node))
                        .containsExactly(new UserRenamed(4, "erased", "erased"), new UserRenamed(5, "Bo", "Li")));
        assertThat(here.stored()).isEqualTo(before);
        assertThat(here.jdbc()
                        .sql("select count(*) from ledger.event where leaf <> sha256('\\x00'::bytea || entry)")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aKeyWhoseEventsAreRolledBackIsNotUsedAgain() {
        here.appendInVain(new UserRenamed(4, "Ana", "Rey"));
        here.append(new UserRenamed(4, "Ana", "Rey"));

        assertThat(events(there)).containsExactly(new UserRenamed(4, "Ana", "Rey"));
    }

    @Test
    void aKeyThatAnotherNodeStoredIsUsedAtTheNextAttempt() {
        there.append(new UserRenamed(4, "Ana", "Rey"));
        // An event that introduces a person brings a new key, which conflicts here.
        var registered = new UserRegistered(4, new UUID(0, 4), "ana@example.test", "Ana", "R.");
        assertThatThrownBy(() -> here.store().publish(List.of(firstOf("user-4", registered))))
                .isInstanceOf(ConcurrencyException.class);
        here.store().publish(List.of(firstOf("user-4", registered)));

        assertThat(events(there)).containsExactly(new UserRenamed(4, "Ana", "Rey"), registered);
    }

    @Test
    void aKeyThatIsMissingWithoutAnErasureStopsTheReader() {
        here.append(new UserRenamed(4, "Ana", "Rey"));
        here.jdbc().sql("delete from ledger.subject_key").update();

        assertThatThrownBy(() -> events(there))
                .isInstanceOf(SerializationException.class)
                .hasStackTraceContaining("There is no key of user:4");
    }

    private static DomainEventMessage<?> firstOf(String stream, UserEvent event) {
        return new GenericDomainEventMessage<>("user", stream, 0, event, Attribution.SYSTEM.toMetaData());
    }

    private static List<Object> events(TestLog node) {
        return node.log().rows(0, Long.MAX_VALUE).stream()
                .<Object>map(row -> row.event().event())
                .toList();
    }
}
