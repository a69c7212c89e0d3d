package dev.flagledger.query.event.table;

import static java.util.stream.Collectors.joining;

import dev.flagledger.api.event.EventScope;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * The events of organisations, and those of accounts whose users were members of several. Each organisation is a scan of its own, of
 * which only the beginning is read; so are the accounts.
 */
public record OfOrganisations(Collection<Integer> ids) implements EventPlace {

    @Override
    public boolean includes(EventScope scope) {
        var id = scope.organisationId();
        return id != null && ids.contains(id);
    }

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
