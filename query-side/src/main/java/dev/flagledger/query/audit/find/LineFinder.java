package dev.flagledger.query.audit.find;

import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the lines that match a filter, newest first. What it reads of lines is in indexes. */
@Component
public class LineFinder {

    /**
     * So many lines are gathered by their texts and sorted. Of more, one in twenty matches in a million, and the list is walked from its
     * nearer end.
     */
    private static final int GATHERED = 50_000;

    private final JdbcClient jdbc;
    private final int gathered;

    @Autowired
    LineFinder(JdbcClient jdbc) {
        this(jdbc, GATHERED);
    }

    /** Gathers this number of lines at most. */
    public LineFinder(JdbcClient jdbc, int gathered) {
        this.jdbc = jdbc;
        this.gathered = gathered;
    }

    /** How many lines match. */
    public long count(LineFilter filter) {
        long all = number(
                "select coalesce(sum(text.lines), 0) from query.audit_text as text where " + filter.texts(), filter);
        var before = filter.before();
        if (before == null || all == 0) {
            return all;
        }
        if (all <= gathered) {
            return number("select count(*) " + LineStatements.gathered(filter), filter);
        }
        long newest = number("select coalesce(max(line.id), 0) from query.audit_entry as line", filter);
        return before > newest / 2
                ? all - number(LineStatements.counted(filter, ">="), filter)
                : number(LineStatements.counted(filter, "<"), filter);
    }

    /**
     * The ids of some of the matching lines, newest first.
     *
     * @param count how many lines match
     * @param from how many newer ones to leave out
     */
    public List<Integer> find(LineFilter filter, long count, long from, int size) {
        long least = Math.min(size, count - from);
        if (least <= 0) {
            return List.of();
        }
        if (count <= gathered) {
            return ids(
                    "select line.id " + LineStatements.gathered(filter) + LineStatements.part("desc"),
                    filter,
                    from,
                    least);
        }
        if (from <= count / 2) {
            return ids(LineStatements.walked(filter, "desc"), filter, from, least);
        }
        return ids(LineStatements.walked(filter, "asc"), filter, count - from - least, least)
                .reversed();
    }

    private long number(String sql, LineFilter filter) {
        return jdbc.sql(sql).params(filter.parameters()).query(Long.class).single();
    }

    private List<Integer> ids(String sql, LineFilter filter, long from, long size) {
        return jdbc.sql(sql)
                .params(filter.parameters())
                .params(Map.of("from", from, "size", size))
                .query((row, _) -> row.getInt(1))
                .list();
    }
}
