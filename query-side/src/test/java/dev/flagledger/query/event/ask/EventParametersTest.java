package dev.flagledger.query.event.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.flagledger.api.Actor;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyCreated;
import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.Wares;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.query.audit.row.Action;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class EventParametersTest {

    private final MockHttpServletRequest request = new MockHttpServletRequest();

    @Test
    void withoutParametersTheNewestEventsMatch() {
        var query = read();

        assertThat(query.criteria().condition()).isEmpty();
        assertThat(query.cursor()).isEqualTo(EventCursor.NEWEST);
        assertThat(query.page()).isEqualTo(EventQuery.MAX_PAGE);
        assertThat(query.waiting()).isZero();
    }

    @Test
    void eachParameterIsRead() {
        request.addParameter("from", "2031-01-01T00:00:00Z");
        request.addParameter("until", "2031-01-01T02:00:00.5+01:00");
        request.addParameter("action", "update");
        request.addParameter("actor", "user:3");
        request.addParameter("feature", "7");
        request.addParameter("after", "4711");
        request.addParameter("limit", "5");
        request.addParameter("wait", "20");

        var query = read();

        assertThat(query.time().from()).isEqualTo(Instant.parse("2031-01-01T00:00:00Z"));
        assertThat(query.time().until()).isEqualTo(Instant.parse("2031-01-01T01:00:00.5Z"));
        assertThat(query.action()).isEqualTo(Action.UPDATE);
        assertThat(query.actor()).isEqualTo(new ActorFilter(Actor.Kind.USER, 3));
        assertThat(query.cursor()).isEqualTo(new EventCursor(4711L, null));
        assertThat(query.page()).isEqualTo(5);
        assertThat(query.waiting()).isEqualTo(Duration.ofSeconds(20));
        assertThat(query.criteria().parameters())
                .containsEntry("feature_id", 7)
                .containsEntry("action", "update")
                .containsEntry("actor_kind", "USER")
                .containsEntry("actor_id", 3);
    }

    @ParameterizedTest
    @CsvSource({
        "from, yesterday",
        "until, 2031-01-01",
        "from, +10000-01-01T00:00:00Z",
        "from, -0001-01-01T00:00:00Z",
        "until, +999999999-12-31T23:59:59-18:00",
        "actor, ana@example.test",
        "actor, nobody:3",
        "actor, user:",
        "action, CREATE",
        "feature, x",
        "feature, 9999999999",
        "after, -1",
        "before, 1.5",
        "limit, all",
        "search, ab",
        "wait, long"
    })
    void anInvalidValueIsReportedByItsParameter(String name, String value) {
        request.addParameter(name, value);

        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(this::read)
                .satisfies(invalid -> assertThat(
                                ((Map<?, ?>) invalid.body()).keySet().stream().map(Object::toString))
                        .containsExactly(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"after", "before", "wait"})
    void aListWithoutPositionsHasNoParametersOfPositions(String name) {
        request.addParameter("limit", "5");
        assertThat(EventParameters.readWithoutPositions(request, Installation.EMPTY)
                        .page())
                .isEqualTo(5);

        request.addParameter(name, "1");
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> EventParameters.readWithoutPositions(request, Installation.EMPTY))
                .satisfies(invalid -> assertThat(invalid.body())
                        .isEqualTo(Map.of(
                                name, List.of("This list has entries without positions. Continue it with until."))));
    }

    @Test
    void nobodyWaitsLongerThanHalfAMinuteNorWithoutAPosition() {
        request.addParameter("wait", "3600");
        assertThat(read().waiting()).isZero();

        request.addParameter("after", "0");
        assertThat(read().waiting()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void aKeyIsGivenByIdOrByPrefix() {
        request.setParameter("key", "12");
        assertThat(read().actor()).isEqualTo(new ActorFilter(Actor.Kind.API_KEY, 12));

        var key = Wares.apiKey(2, "terraform");
        var installation =
                Shop.open().then(new ApiKeyCreated(Shop.ORGANISATION, key)).state();
        request.setParameter("key", key.prefix());
        assertThat(EventParameters.read(request, installation).actor())
                .isEqualTo(new ActorFilter(Actor.Kind.API_KEY, 2));
        request.setParameter("key", "unknown");
        assertThat(read().actor()).isEqualTo(new ActorFilter(Actor.Kind.API_KEY, 0));
    }

    @Test
    void aSearchHasNoWildcards() {
        request.addParameter("search", "100%_On\\");

        assertThat(read().criteria().parameters()).containsEntry("pattern", "%100\\%\\_on\\\\%");
    }

    @Test
    void aCursorContinuesPastAnEvent() {
        assertThat(new EventCursor(5L, null).past(9)).isEqualTo(new EventCursor(9L, null));
        assertThat(new EventCursor(5L, 20L).past(9)).isEqualTo(new EventCursor(9L, 20L));
        assertThat(EventCursor.NEWEST.past(9)).isEqualTo(new EventCursor(null, 9L));
        assertThat(new EventCursor(5L, null).order()).isEqualTo("asc");
        assertThat(EventCursor.NEWEST.order()).isEqualTo("desc");
    }

    @Test
    void whatIsBeforeAPositionIsAskedInTheSameOrder() {
        assertThat(read().before(9).cursor()).isEqualTo(new EventCursor(null, 9L));

        request.addParameter("after", "5");
        assertThat(read().before(9).cursor()).isEqualTo(new EventCursor(5L, 9L));
        request.addParameter("before", "7");
        assertThat(read().before(9).cursor()).isEqualTo(new EventCursor(5L, 7L));
    }

    @Test
    void aQueryIsTextForThoseWhoReadWhatWasAsked() {
        assertThat(read().text()).isEmpty();

        request.addParameter("search", "ana@example.test");
        request.addParameter("from", "2031-01-01T00:00:00Z");
        request.addParameter("actor", "api_key:3");
        request.addParameter("action", "update");
        request.addParameter("limit", "5");
        assertThat(read().text())
                .isEqualTo("from=2031-01-01T00:00:00Z&actor=api_key:3&action=update&limit=5&search=ana@example.test");
    }

    @Test
    void aTextIsThatOfOneQueryOnly() {
        request.addParameter("search", "a&type=b%26");

        assertThat(read().text()).isEqualTo("search=a%26type=b%2526");
    }

    @Test
    void adminsOfOtherOrganisationsReadNoTextAndNoObjects() {
        for (var name : List.of("project", "environment", "feature", "segment", "identity")) {
            request.addParameter(name, "7");
        }
        request.addParameter("object", "feature:7");
        request.addParameter("search", "ana@example.test");
        request.addParameter("type", "feature.changed");

        assertThat(read().sharedText()).isEqualTo("type=feature.changed");
    }

    @ParameterizedTest
    @CsvSource({
        "feature, 7, true",
        "segment, 7, true",
        "identity, 7, true",
        "search, sale, true",
        "environment, 7, false",
        "object, feature:7, false",
        "actor, user, false"
    })
    void someAskForWhatOnlyRowsKnow(String name, String value, boolean ofRows) {
        request.addParameter(name, value);

        assertThat(read().ofRows()).isEqualTo(ofRows);
    }

    private EventQuery read() {
        return EventParameters.read(request, Installation.EMPTY);
    }
}
