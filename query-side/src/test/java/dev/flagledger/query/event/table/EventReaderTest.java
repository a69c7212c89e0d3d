package dev.flagledger.query.event.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.engine.state.Installation;
import dev.flagledger.query.event.ask.EventCriteria;
import dev.flagledger.query.event.ask.EventCursor;
import dev.flagledger.query.event.ask.EventParameters;
import dev.flagledger.query.event.ask.EventQuery;
import dev.flagledger.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;

/** Pages of rows, with filters, in both directions. */
class EventReaderTest {

    /** The number of rows. Their properties follow from their positions, which are also the seconds of their times. */
    private static final long ROWS = 60;

    private static final JdbcClient JDBC =
            JdbcClient.create(TestDatabase.fresh().migrated().dataSource());

    private final EventReader reader = new EventReader(JDBC);

    /**
     * Organisations 1, 2 and 3 have every fourth row each. The others are of accounts: half of them of users in 1 and 2, the rest of
     * users in none. The rows of organisation 1 are of the projects 10 and 11 in turn.
     */
    @BeforeAll
    static void fill() {
        JDBC.sql("""
                insert into query.audit_event (position, event_id, at, type, action, organisation_id, organisations, project_id,
                    object, feature_id, actor_kind, actor_id, actor_name, request_id, note, summary, difference)
                select row, gen_random_uuid(), timestamptz '2031-01-01 00:00:00Z' + row * interval '1 second',
                    case when row % 5 = 0 then 'feature.deleted' else 'flag.state-updated' end, 'update', nullif(row % 4, 0),
                    case when row % 8 = 0 then '{1,2}' else '{}' end::int[], case when row % 4 = 1 then 10 + row / 4 % 2 end,
                    'feature:' || row % 3, row % 3, case when row % 2 = 0 then 'USER' else 'API_KEY' end, row % 6, 'name', 'request-' || row % 3,
                    case when row % 7 = 0 then 'Ünïcode 100% sure' end, 'Row_' || row, '[]'
                from generate_series(1, ?) as row""").param(ROWS).update();
    }

    static Stream<Arguments> queries() {
        var first = new OfOrganisations(List.of(1));
        var both = new OfOrganisations(List.of(1, 2));
        var all = new OfInstallation(List.of(1, 2));
        LongPredicate inFirst = row -> row % 4 == 1 || row % 8 == 0;
        LongPredicate inBoth = row -> row % 4 == 2 || inFirst.test(row);
        return Stream.of(
                Arguments.of(first, "", inFirst),
                Arguments.of(both, "", inBoth),
                Arguments.of(new OfOrganisations(List.of(3)), "", (LongPredicate) row -> row % 4 == 3),
                Arguments.of(new OfOrganisations(List.of()), "", (LongPredicate) row -> false),
                Arguments.of(new OfProject(10), "", (LongPredicate) row -> row % 8 == 1),
                Arguments.of(new OfProject(99), "", (LongPredicate) row -> false),
                Arguments.of(all, "", (LongPredicate) row -> true),
                Arguments.of(all, "type=feature.deleted", (LongPredicate) row -> row % 5 == 0),
                Arguments.of(all, "search=row_2&actor=user", (LongPredicate)
                        row -> row == 2 || (row / 10 == 2 && row % 2 == 0)),
                Arguments.of(both, "type=feature.deleted", inBoth.and(row -> row % 5 == 0)),
                Arguments.of(both, "action=delete", (LongPredicate) row -> false),
                Arguments.of(both, "feature=2", inBoth.and(row -> row % 3 == 2)),
                Arguments.of(both, "object=feature:0", inBoth.and(row -> row % 3 == 0)),
                Arguments.of(both, "project=11", inBoth.and(row -> row % 8 == 5)),
                Arguments.of(both, "actor=user", inBoth.and(row -> row % 2 == 0)),
                Arguments.of(both, "actor=user:2", inBoth.and(row -> row % 6 == 2)),
                Arguments.of(both, "key=5", inBoth.and(row -> row % 6 == 5)),
                Arguments.of(both, "search=100% SURE", inBoth.and(row -> row % 7 == 0)),
                Arguments.of(both, "search=ünï", inBoth.and(row -> row % 7 == 0)),
                Arguments.of(both, "search=row_2", inBoth.and(row -> row == 2 || row / 10 == 2)),
                Arguments.of(both, "search=row%2", (LongPredicate) row -> false),
                Arguments.of(
                        both,
                        "from=2031-01-01T00:00:20Z&until=2031-01-01T01:00:40+01:00",
                        inBoth.and(row -> row >= 20 && row < 40)),
                Arguments.of(both, "from=9999-12-31T23:59:59Z", (LongPredicate) row -> false),
                Arguments.of(both, "until=0001-01-01T00:00:00Z", (LongPredicate) row -> false),
                Arguments.of(both, "from=0001-01-01T00:00:00Z&until=9999-12-31T23:59:59Z", inBoth));
    }

    @ParameterizedTest
    @MethodSource("queries")
    void thePagesHaveAllMatchesInTheirOrder(EventPlace place, String parameters, LongPredicate matches) {
        var expected = LongStream.rangeClosed(1, ROWS).filter(matches).boxed().toList();

        for (int size : List.of(1, 4, 100)) {
            assertThat(pages(place, query(parameters + "&after=0"), size)).isEqualTo(expected);
            assertThat(pages(place, query(parameters), size)).isEqualTo(expected.reversed());
        }
    }

    @Test
    void aListIsBoundedOnBothSides() {
        var place = new OfProject(10);

        assertThat(pages(place, query("after=9&before=33"), 2)).containsExactly(17L, 25L);
        assertThat(pages(place, query("before=10"), 2)).containsExactly(9L, 1L);
    }

    @Test
    void eventsAreFoundByTheirRequests() {
        assertThat(reader.requested(
                        new OfProject(10), new EventCriteria().requestedBy(List.of("request-1", "null", "{}"))))
                .containsExactlyInAnyOrder(
                        new RequestedEvent("request-1", "flag.state-updated"),
                        new RequestedEvent("request-1", "feature.deleted"));
    }

    @Test
    void anEventIsFoundInItsPlaceOnly() {
        assertThat(reader.at(new OfProject(10), 9)).map(EventView::summary).hasValue("Row_9");
        assertThat(reader.at(new OfProject(11), 9)).isEmpty();
        assertThat(reader.at(new OfOrganisations(List.of(2, 3)), 9)).isEmpty();
        assertThat(reader.at(new OfOrganisations(List.of(2, 3)), 8)).isPresent();
        assertThat(reader.at(new OfOrganisations(List.of(1, 2, 3)), 4)).isEmpty();
        assertThat(reader.at(new OfInstallation(List.of()), 4)).isPresent();
        assertThat(reader.at(new OfOrganisations(List.of(1)), Long.MAX_VALUE)).isEmpty();
    }

    private List<Long> pages(EventPlace place, EventQuery query, int size) {
        var found = new ArrayList<Long>();
        EventCursor cursor = query.cursor();
        while (true) {
            var page = reader.find(place, query, cursor, size);
            page.forEach(event -> found.add(event.position()));
            if (page.size() < size) {
                return found;
            }
            cursor = cursor.past(page.getLast().position());
        }
    }

    private static EventQuery query(String parameters) {
        var request = new MockHttpServletRequest();
        for (var parameter : parameters.split("&", -1)) {
            var parts = parameter.split("=", 2);
            request.setParameter(parts[0], parts.length == 1 ? "" : parts[1]);
        }
        return EventParameters.read(request, Installation.EMPTY);
    }
}
