package dev.flagledger.query.event.ask;

import dev.flagledger.ledger.log.filter.StoredFilter;
import dev.flagledger.query.audit.row.AuditModel;
import org.jspecify.annotations.Nullable;

/** Conditions on stored events by what only their rows in the audit log know. Pruned events have no rows, so they never match. */
public final class RowConditions {

    private RowConditions() {}

    /**
     * Adds the conditions to a filter.
     *
     * @param search part of the summary or the note, ignoring case; null for any
     */
    public static StoredFilter restrict(
            StoredFilter filter,
            @Nullable Integer feature,
            @Nullable Integer segment,
            @Nullable Integer identity,
            @Nullable String search) {
        var objects = equal(equal(equal(filter, "feature", feature), "segment", segment), "identity", identity);
        return search == null
                ? objects
                : objects.in(
                        AuditModel.NAME,
                        "search",
                        rows(EventCriteria.TEXT + " like ?"),
                        EventCriteria.pattern(search),
                        search);
    }

    private static StoredFilter equal(StoredFilter filter, String name, @Nullable Integer id) {
        return id == null ? filter : filter.in(AuditModel.NAME, name, rows("event." + name + "_id = ?"), id, id);
    }

    private static String rows(String condition) {
        return "select event.position from " + AuditModel.EVENTS + " as event where " + condition;
    }
}
