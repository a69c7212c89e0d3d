package dev.flagledger.query.proof;

import dev.flagledger.ledger.log.filter.StoredFilter;
import dev.flagledger.query.event.ask.EventQuery;
import dev.flagledger.query.event.table.EventPlace;
import dev.flagledger.query.event.table.OfInstallation;
import dev.flagledger.query.event.table.OfOrganisations;
import dev.flagledger.query.event.table.OfProject;

/** A query of one place as a filter of stored events. */
final class EntryFilter {

    private EntryFilter() {}

    /** The filter, without the cursor and without what only rows know. */
    static StoredFilter of(EventPlace place, EventQuery query) {
        var objects = query.objects();
        var actor = query.actor();
        return of(place)
                .project(objects.project())
                .environment(objects.environment())
                .from(query.time().from())
                .until(query.time().until())
                .actor(actor == null ? null : actor.kind().name(), actor == null ? null : actor.id())
                .action(query.action() == null ? null : query.action().types())
                .type(query.type())
                .object(objects.object())
                .request(query.request());
    }

    private static StoredFilter of(EventPlace place) {
        return switch (place) {
            case OfInstallation _ -> StoredFilter.ALL;
            case OfProject(int id) -> StoredFilter.ALL.project(id);
            case OfOrganisations(var ids) ->
                StoredFilter.ALL.organisation(ids.iterator().next());
        };
    }
}
