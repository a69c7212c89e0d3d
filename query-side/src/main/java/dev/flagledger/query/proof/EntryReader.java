package dev.flagledger.query.proof;

import static java.util.stream.Collectors.toSet;

import dev.flagledger.engine.state.Installation;
import dev.flagledger.ledger.log.filter.StoredFilter;
import dev.flagledger.ledger.log.store.StoredEvent;
import dev.flagledger.ledger.log.store.StoredEvents;
import dev.flagledger.ledger.projection.Projections;
import dev.flagledger.query.audit.row.AuditModel;
import dev.flagledger.query.event.ask.EventCursor;
import dev.flagledger.query.event.ask.EventQuery;
import dev.flagledger.query.event.table.EventPlace;
import dev.flagledger.query.event.table.EventReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Reads stored events that match a query, in the order of the log: by the log's own columns, so that pruned ones are found too, unless the
 * query asks for what only the rows of the audit log know. Then the rows name the positions. They also name the events of accounts, which
 * the log assigns to no organisation.
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
    void await(EventPlace place, EventQuery query) {
        if (query.ofRows() || EntryAccess.hasAccounts(place)) {
            awaitRows();
        }
    }

    private void awaitRows() {
        projections.awaitFold(AuditModel.NAME, AuditModel.TITLE);
    }

    /** The event at a position, if the caller of the place may have its entry. */
    Optional<StoredEvent> at(EventPlace place, long position) {
        return events.at(StoredFilter.ALL, position)
                .filter(event -> place.includes(event.scope()) || isListed(place, position))
                .filter(event -> EntryAccess.mayHave(place, event));
    }

    private boolean isListed(EventPlace place, long position) {
        if (!EntryAccess.hasAccounts(place)) {
            return false;
        }
        awaitRows();
        return rows.at(place, position).isPresent();
    }

    /** The next matches after a position and before the end of the query's cursor, which it must have, at most {@code limit}. */
    List<StoredEvent> find(EventPlace place, EventQuery query, long after, int limit) {
        var cursor =
                new EventCursor(after, Objects.requireNonNull(query.cursor().before()));
        var found = new ArrayList<StoredEvent>();
        while (found.size() < limit) {
            int wanted = limit - found.size();
            var part = matches(place, query, cursor, wanted);
            part.stream().filter(event -> EntryAccess.mayHave(place, event)).forEach(found::add);
            if (part.size() < wanted) {
                break;
            }
            cursor = cursor.past(part.getLast().position());
        }
        return found;
    }

    private List<StoredEvent> matches(EventPlace place, EventQuery query, EventCursor cursor, int limit) {
        if (query.ofRows()) {
            return events.at(StoredFilter.ALL, rows.positions(place, query, cursor, limit));
        }
        var assigned = events.find(
                EntryFilter.of(place, query),
                Objects.requireNonNull(cursor.after()),
                Objects.requireNonNull(cursor.before()) - 1,
                limit);
        return EntryAccess.hasAccounts(place) ? withAccounts(assigned, place, query, cursor, limit) : assigned;
    }

    private List<StoredEvent> withAccounts(
            List<StoredEvent> assigned, EventPlace place, EventQuery query, EventCursor cursor, int limit) {
        var known = assigned.stream().map(StoredEvent::position).collect(toSet());
        var others = rows.positions(place, query, cursor, limit).stream()
                .filter(position -> !known.contains(position))
                .toList();
        return Stream.concat(assigned.stream(), events.at(StoredFilter.ALL, others).stream())
                .sorted(Comparator.comparing(StoredEvent::position))
                .limit(limit)
                .toList();
    }
}
