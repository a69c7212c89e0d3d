package dev.flagledger.ledger.log.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.flagledger.api.Actor;
import dev.flagledger.api.event.UserEvent.UserLoggedIn;
import dev.flagledger.api.event.UserEvent.UserLoggedOut;
import dev.flagledger.api.event.UserEvent.UserRenamed;
import dev.flagledger.api.login.LoginWay;
import dev.flagledger.ledger.log.Attribution;
import dev.flagledger.ledger.log.EndedException;
import dev.flagledger.ledger.log.Recorded;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.SerializationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventLogTest {

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final TestLog test = TestLog.fresh();
    private final EventLog log = test.log();

    @AfterEach
    void close() {
        test.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"update ledger.event set entry = ''", "delete from ledger.event", "truncate ledger.event"})
    void theLogRefusesModifications(String rewrite) {
        test.append(new UserLoggedIn(1, LoginWay.EMAIL));

        assertThatThrownBy(() -> test.jdbc().sql(rewrite).update()).hasMessageContaining("append only");
        assertThat(events(0, Long.MAX_VALUE)).containsExactly(new UserLoggedIn(1, LoginWay.EMAIL));
    }

    @Test
    void theHeadOfAnEmptyLogIsItsBeginning() {
        assertThat(log.head()).isEqualTo(EventLog.BEGINNING);
        assertThat(events(EventLog.BEGINNING, Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void theHeadIsTheLastPosition() {
        test.append(new UserLoggedIn(1, LoginWay.EMAIL), new UserLoggedIn(2, LoginWay.EMAIL));
        test.appendInVain(new UserLoggedIn(3, LoginWay.EMAIL), new UserLoggedIn(4, LoginWay.EMAIL));

        assertThat(log.head()).isEqualTo(2);
    }

    @Test
    void aRangeIsReadByPositions() {
        test.append(new UserLoggedIn(1, LoginWay.EMAIL), new UserLoggedIn(2, LoginWay.EMAIL));
        test.appendInVain(new UserLoggedIn(3, LoginWay.EMAIL));
        test.append(new UserLoggedIn(4, LoginWay.EMAIL), new UserLoggedIn(5, LoginWay.EMAIL));

        assertThat(events(0, 1)).containsExactly(new UserLoggedIn(1, LoginWay.EMAIL));
        assertThat(events(1, 3))
                .containsExactly(new UserLoggedIn(2, LoginWay.EMAIL), new UserLoggedIn(4, LoginWay.EMAIL));
        assertThat(events(3, Long.MAX_VALUE)).containsExactly(new UserLoggedIn(5, LoginWay.EMAIL));
        assertThat(events(2, 2)).isEmpty();
    }

    @Test
    void manyEventsAreReadAtOnce() {
        var many = IntStream.range(0, 2_500)
                .mapToObj(user -> new UserLoggedIn(user, LoginWay.EMAIL))
                .toArray(UserLoggedIn[]::new);
        test.append(many);

        assertThat(events(0, Long.MAX_VALUE)).containsExactly((Object[]) many);
        assertThat(log.rows(2_490, 2_495))
                .extracting(LogRow::position)
                .containsExactly(2_491L, 2_492L, 2_493L, 2_494L, 2_495L);
    }

    @Test
    void anEventKeepsItsTimeToTheMicrosecondItsActorAndItsOrigin() {
        var by = new Attribution(Actor.user(3, "ana@example.test"), "r-1", "192.0.2.7", "curl/8", "for the sale");
        var message = new GenericDomainEventMessage<>(
                "User", "user-3", 0, new UserLoggedIn(3, LoginWay.EMAIL), by.toMetaData());

        test.store().publish(message);

        assertThat(message.getTimestamp()).isEqualTo(message.getTimestamp().truncatedTo(ChronoUnit.MICROS));
        assertThat(log.rows(0, 1))
                .extracting(LogRow::event)
                .containsExactly(new Recorded(
                        1,
                        message.getTimestamp(),
                        by.actor(),
                        by.origin(UUID.fromString(message.getIdentifier())),
                        new UserLoggedIn(3, LoginWay.EMAIL)));
    }

    @Test
    void theStoredFormIsCanonical() {
        var by = new Attribution(Actor.user(3, "ana@example.test"), "r-1", "192.0.2.7", "curl/8", "for the sale")
                .toMetaData();
        var message = new GenericDomainEventMessage<>("User", "user-3", 0, new UserRenamed(3, "An\u00e4", "B"), by);
        test.store().publish(message);

        var sealed = "{\"of\":\"user:3\",\"sealed\":\"*\"}";
        assertThat(new String(stored().requireEntry().bytes(), StandardCharsets.UTF_8)
                        .replaceAll("\"sealed\":\"[\\w-]{38,}\"", "\"sealed\":\"*\""))
                .isEqualTo("{\"actor\":{\"id\":3,\"kind\":\"USER\",\"name\":" + sealed + "},"
                        + "\"address\":" + sealed + ",\"agent\":" + sealed + ",\"at\":\""
                        + WRITTEN.format(message.getTimestamp()) + "\","
                        + "\"event\":{\"firstName\":" + sealed + ",\"lastName\":" + sealed + ",\"userId\":3},"
                        + "\"id\":\"" + message.getIdentifier()
                        + "\",\"note\":\"for the sale\",\"request\":\"r-1\",\"revision\":1,"
                        + "\"sequence\":0,\"stream\":\"user-3\",\"type\":\"user.renamed\"}");
    }

    /** RFC 6962: SHA-256 of a zero byte and the entry, computed here by PostgreSQL. */
    @Test
    void theLeafHashIsStoredWithTheEntry() {
        test.append(new UserLoggedIn(1, LoginWay.EMAIL));

        var leaf = test.jdbc()
                .sql("select leaf from ledger.event where leaf = sha256('\\x00'::bytea || entry)")
                .query(byte[].class)
                .single();
        assertThat(stored().requireEntry().leafHash()).isEqualTo(leaf);
    }

    @Test
    void theScopeIsStoredWithTheEvent() {
        test.append(new UserLoggedIn(1, LoginWay.EMAIL));

        assertThat(stored().scope()).isEqualTo(TestLog.SCOPE);
        assertThat(stored().position()).isEqualTo(1);
    }

    @Test
    void anEventAboutAnEndedObjectIsRefused() {
        test.append(new UserLoggedIn(1, LoginWay.EMAIL), new UserLoggedOut(1));

        assertThatThrownBy(() -> test.append(new UserLoggedIn(2, LoginWay.EMAIL), new UserLoggedIn(1, LoginWay.EMAIL)))
                .isInstanceOfSatisfying(
                        EndedException.class, e -> assertThat(e.object()).isEqualTo("user:1"));
        assertThat(log.head()).isEqualTo(2);
    }

    /** A later append has waited for the lock, and sees what its holder ended. */
    @Test
    void anAppendThatWaitedForAnEndIsRefused() {
        var ending = test.transactions().startTransaction();
        test.storage().appendEvents(TestLog.messages(new UserLoggedOut(1)));
        var late = CompletableFuture.runAsync(() -> test.append(new UserLoggedIn(1, LoginWay.EMAIL)));
        await().until(() -> test.jdbc()
                .sql("select exists (select from pg_locks where locktype = 'advisory' and not granted)")
                .query(Boolean.class)
                .single());
        ending.commit();

        assertThat(late)
                .failsWithin(Duration.ofSeconds(10))
                .withThrowableThat()
                .havingRootCause()
                .isInstanceOf(EndedException.class);
        assertThat(log.head()).isEqualTo(1);
    }

    private StoredEvent stored() {
        return test.stored().getFirst();
    }

    @Test
    void noReaderGetsPastAnUnknownEvent() {
        test.append(new UserLoggedIn(1, LoginWay.EMAIL));
        test.appendUnknown();
        test.append(new UserLoggedIn(2, LoginWay.EMAIL));

        assertThatThrownBy(() -> events(0, Long.MAX_VALUE)).isInstanceOf(SerializationException.class);
        assertThatThrownBy(() -> test.store().readEvents("later").asStream().count())
                .isInstanceOf(SerializationException.class);
        assertThat(events(0, 1)).containsExactly(new UserLoggedIn(1, LoginWay.EMAIL));
    }

    private List<Object> events(long after, long upTo) {
        return log.rows(after, upTo).stream()
                .<Object>map(row -> row.event().event())
                .toList();
    }
}
