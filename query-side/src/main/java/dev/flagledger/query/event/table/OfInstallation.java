package dev.flagledger.query.event.table;

import dev.flagledger.api.event.EventScope;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * All events, also those of no organisation that exists: of accounts in none, and of organisations that were deleted. Each organisation of
 * the log is a scan of its own, of which only the beginning is read, since no index has the positions of all.
 *
 * @param organisations ids of the organisations that exist
 */
public record OfInstallation(Collection<Integer> organisations) implements EventPlace {

    @Override
    public boolean includes(EventScope scope) {
        return true;
    }

    @Override
    public String select(String condition, String order) {
        return """
                with recursive place (id) as (
                    select min(first.organisation_id) from query.audit_event as first
                    union all
                    select (select min(later.organisation_id) from query.audit_event as later where later.organisation_id > place.id)
                    from place where place.id is not null)
                select event.* from (
                    select found.* from place cross join lateral (
                        select event.* from query.audit_event as event
                        where event.organisation_id = place.id%1$s order by event.position %2$s limit :limit) as found
                    union all
                    (select event.* from query.audit_event as event
                        where event.organisation_id is null%1$s order by event.position %2$s limit :limit)) as event
                order by event.position %2$s limit :limit""".formatted(condition, order);
    }

    @Override
    public StatementSpec bind(StatementSpec statement) {
        return statement;
    }
}
