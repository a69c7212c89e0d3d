package dev.flagledger.query.proof;

import dev.flagledger.engine.state.Installation;
import dev.flagledger.ledger.log.store.StoredEvent;
import dev.flagledger.ledger.log.store.StoredEvents;
import dev.flagledger.ledger.projection.Projections;
import dev.flagledger.query.audit.row.AuditModel;
import dev.flagledger.query.event.ask.EventCursor;
import dev.flagledger.query.event.ask.EventQuery;
import dev.flagledger.query.event.table.EventPlace;
import dev.flagledger.query.event.table.EventReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Reads stored events that match a query, in the order of the log: by the log's own columns, so that pruned ones are found too, unless the
 * query asks for what only the rows of the audit log know. Then the rows name the positions.
 */
@Component
class EntryReader {

    private final StoredEvents events;
    private final EventReader rows;
    private final Projections<Installation> projections;

    EntryReader(StoredEvents events, EventReader rows, Projections<Installation> projections) {
        this.events = events;
        this.rows = rows;
        this.projections = projections;
    }

    /**
     * Waits for what a query asks, so that it finds all that this node has confirmed.
     *
     * @throws dev.flagledger.ledger.projection.NotCaughtUp after the timeout
     */
    void await(EventQuery query) {
        if (query.ofRows()) {
            projections.awaitFold(AuditModel.NAME, AuditModel.TITLE);
        }
    }

    /** The next matches after a position and before the end of the query's cursor, which it must have, at most {@code limit}. */
    List<StoredEvent> find(EventPlace place, EventQuery query, long after, int limit) {
        long end = Objects.requireNonNull(query.cursor().before());
        return query.ofRows()
                ? findByRows(place, query, new EventCursor(after, end), limit)
                : events.find(EntryFilter.of(place, query), after, end - 1, limit);
    }

    /** Rows of accounts are found in an organisation's place, their events are not: the log does not assign them to it. */
    private List<StoredEvent> findByRows(EventPlace place, EventQuery query, EventCursor from, int limit) {
        var filter = EntryFilter.of(place, query);
        var found = new ArrayList<StoredEvent>();
        var cursor = from;
        while (found.size() < limit) {
            int wanted = limit - found.size();
            var positions = rows.positions(place, query, cursor, wanted);
            found.addAll(events.at(filter, positions));
            if (positions.size() < wanted) {
                break;
            }
            cursor = cursor.past(positions.getLast());
        }
        return found;
    }
}
