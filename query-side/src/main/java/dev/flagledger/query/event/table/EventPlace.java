package dev.flagledger.query.event.table;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Which events a caller may see: those of some organisations, with those of their members' accounts, or those of one project. */
public sealed interface EventPlace {

    /** The statement that selects the matching rows, in order. */
    String select(String condition, String order);

    /** Sets the parameters of the place. */
    StatementSpec bind(StatementSpec statement);

    /** Each organisation is a scan of its own, of which only the beginning is read; so are the accounts in several of them. */
    record OfOrganisations(Collection<Integer> ids) implements EventPlace {

        @Override
        public String select(String condition, String order) {
            return """
                    select event.* from (
                        select found.* from unnest(cast(:organisations as int[])) as place (id) cross join lateral (
                            select event.* from query.audit_event as event
                            where event.organisation_id = place.id%1$s order by event.position %2$s limit :limit) as found
                        union all
                        (select event.* from query.audit_event as event
                            where event.organisations <> '{}' and event.organisations && cast(:organisations as int[])%1$s
                            order by event.position %2$s limit :limit)) as event
                    order by event.position %2$s limit :limit""".formatted(condition, order);
        }

        @Override
        public StatementSpec bind(StatementSpec statement) {
            var array = ids.stream().map(Object::toString).collect(joining(",", "{", "}"));
            return statement.param("organisations", array);
        }
    }

    record OfProject(int id) implements EventPlace {

        @Override
        public String select(String condition, String order) {
            return """
                    select event.* from query.audit_event as event
                    where event.project_id = :place%s order by event.position %s limit :limit""".formatted(condition, order);
        }

        @Override
        public StatementSpec bind(StatementSpec statement) {
            return statement.param("place", id);
        }
    }
}
