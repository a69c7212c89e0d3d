package dev.flagledger.query.event.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.engine.state.Installation;
import dev.flagledger.query.event.ask.EventParameters;
import dev.flagledger.testing.TestDatabase;
import java.util.List;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A page costs what it holds, wherever its rows are: those of an organisation that has been silent for long, and those of a kind that is
 * frequent, but not in this organisation.
 */
class EventPagesTest {

    /** Of each organisation: first all of the one, then all of the other. */
    private static final int ROWS = 30_000;

    private static final int LIMIT = 50;

    private static final JdbcClient JDBC =
            JdbcClient.create(TestDatabase.fresh().migrated().dataSource());

    /** Organisation 1 has what is frequent in organisation 2 only at its beginning. */
    @BeforeAll
    static void fill() {
        JDBC.sql("""
                insert into query.audit_event (position, event_id, at, type, action, organisation_id, organisations, project_id, object,
                    actor_kind, actor_id, actor_name, summary, difference)
                select row, gen_random_uuid(), timestamptz '2031-01-01 00:00:00Z' + row * interval '1 second',
                    case when other then 'flag.state-updated' else 'segment.changed' end, case when other then 'update' else 'create' end,
                    organisation, '{}', organisation, 'feature:1', case when other then 'USER' else 'API_KEY' end, 7, 'name', 'text', '[]'
                from generate_series(1, 2 * cast(:rows as int)) as row,
                    lateral (select 1 + (row > :rows)::int as organisation) as place,
                    lateral (select row <= 20 or row > :rows as other) as kind""").param("rows", ROWS).update();
        JDBC.sql("analyze query.audit_event").update();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "before=20000",
                "before=30100",
                "type=flag.state-updated",
                "action=update",
                "actor=user",
                "actor=user:7",
                "type=segment.changed",
                "actor=api_key"
            })
    void aPageReadsLittleElse(String parameters) {
        for (var place : List.of(new OfOrganisations(List.of(1)), new OfProject(1))) {
            assertThat(rowsRead(place, parameters)).as("%s", place).isLessThan(3 * LIMIT);
        }
        assertThat(rowsRead(new OfInstallation(List.of()), parameters))
                .as("of each organisation")
                .isLessThan(2 * 3 * LIMIT);
    }

    /** The rows that the scans of the statement's plan returned or filtered out. */
    private static long rowsRead(EventPlace place, String parameters) {
        var request = new MockHttpServletRequest();
        var parts = parameters.split("=", 2);
        request.setParameter(parts[0], parts.length == 1 ? "" : parts[1]);
        var query = EventParameters.read(request, Installation.EMPTY);
        var criteria = query.cursor().restrict(query.criteria());
        var plan = place.bind(JDBC.sql("explain (analyze, format json) " + place.select(criteria.condition(), "desc")))
                .params(criteria.parameters())
                .param("limit", LIMIT)
                .query(String.class)
                .single();
        return rowsRead(new JsonMapper().readTree(plan).get(0).get("Plan"));
    }

    private static long rowsRead(JsonNode node) {
        ToLongFunction<String> number = name -> Math.round(node.path(name).asDouble(0));
        long own = node.has("Relation Name")
                ? (number.applyAsLong("Actual Rows") + number.applyAsLong("Rows Removed by Filter"))
                        * number.applyAsLong("Actual Loops")
                : 0;
        return own
                + node.path("Plans")
                        .valueStream()
                        .mapToLong(EventPagesTest::rowsRead)
                        .sum();
    }
}
