package dev.flagledger.query.audit.find;

/**
 * The statements that find lines. Each is written so that PostgreSQL has one way to go, because it cannot estimate how many lines have a
 * text.
 */
final class LineStatements {

    private LineStatements() {}

    /** A part of lines, in order. */
    static String part(String order) {
        return " order by line.id " + order + " limit :size offset :from";
    }

    /** All lines, found by their texts. */
    static String gathered(LineFilter filter) {
        return """
                from (select entry.id from query.audit_entry as entry
                    where entry.text_id = any (array(%s))%s offset 0) as line""".formatted(texts(filter), filter.before() == null ? "" : " and entry.id < :before");
    }

    /** A part of the lines, found in the order of the scope's lines. Of several organisations, each is walked on its own. */
    static String walked(LineFilter filter, String order) {
        var lines = "select line.id from query.audit_entry as line where %s"
                + matching(filter)
                + (filter.before() == null ? "" : " and line.id < :before");
        var scope = filter.scope();
        if (scope.ids().size() == 1) {
            return lines.formatted(only(scope)) + part(order);
        }
        return """
                select line.id from unnest(cast(:scopes as int[])) as scope (id)
                cross join lateral (%s order by line.id %s limit :from + :size) as line""".formatted(lines.formatted("line.%s = scope.id".formatted(scope.column())), order) + part(order);
    }

    /** Unlike a list of one id, this has PostgreSQL read the scope's index in its order. */
    private static String only(AuditScope scope) {
        return "line.%s = %d".formatted(scope.column(), scope.ids().getFirst());
    }

    /** The number of lines on one side of that before which the list begins. */
    static String counted(LineFilter filter, String side) {
        var scope = filter.scope();
        var of = scope.ids().size() == 1
                ? only(scope)
                : "line.%s = any (cast(:scopes as int[]))".formatted(scope.column());
        return "select count(*) from query.audit_entry as line where " + of + " and line.id " + side + " :before"
                + matching(filter);
    }

    /** Inside of a function, so that the texts are looked up in a hash table while the lines stay in order, instead of joined. */
    private static String matching(LineFilter filter) {
        return filter.narrowed() ? " and coalesce(line.text_id in (" + texts(filter) + "), false)" : "";
    }

    private static String texts(LineFilter filter) {
        return "select text.id from query.audit_text as text where " + filter.texts();
    }
}
