package dev.flagledger.ledger.projection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A second table of the same form as a live one. It gets its indexes and constraints, other than the primary key, after it has been
 * filled, and then replaces the live table with all names. Uses the caller's transactions.
 */
final class ShadowTable {

    private static final String SUFFIX = "_beside";
    private static final Pattern INDEX = Pattern.compile("^CREATE (UNIQUE )?INDEX (\\S+) ON \\S+ ");

    private final JdbcClient jdbc;
    private final String table;

    ShadowTable(JdbcClient jdbc, String table) {
        this.jdbc = jdbc;
        this.table = table;
    }

    /** The name of the second table of a live one, until the swap. */
    static String beside(String table) {
        return table + SUFFIX;
    }

    private String name() {
        return beside(table);
    }

    /**
     * Creates the table, empty; drops an earlier one. Until it is filled it is not vacuumed, which would read all of it for rows that nobody
     * reads yet.
     */
    void create() {
        execute("drop table if exists " + name());
        execute("create table " + name() + " (like " + table
                + " including all excluding indexes) with (autovacuum_enabled = off)");
        constrain("p");
    }

    /** Creates the missing indexes and constraints, after the definitions of the live table. */
    void index() {
        constrain("u");
        var existing = indexes(name()).stream().map(ShadowTable::indexName).toList();
        for (var definition : indexes(table)) {
            if (!existing.contains(indexName(definition) + SUFFIX)) {
                execute(INDEX.matcher(definition).replaceFirst("CREATE $1INDEX $2" + SUFFIX + " ON " + name() + " "));
            }
        }
        execute("alter table " + name() + " reset (autovacuum_enabled)");
        execute("analyze " + name());
    }

    /** Adds the missing constraints of a type, as PostgreSQL abbreviates it. */
    private void constrain(String type) {
        jdbc.sql("""
                        select live.conname, pg_get_constraintdef(live.oid) as definition from pg_constraint as live
                        where live.conrelid = :table::regclass and live.contype::text = :type and not exists (
                            select from pg_constraint as beside
                            where beside.conrelid = :beside::regclass and beside.conname = live.conname || :suffix)""")
                .param("table", table)
                .param("type", type)
                .param("beside", name())
                .param("suffix", SUFFIX)
                .query((row, _) -> "alter table %s add constraint %s%s %s"
                        .formatted(name(), row.getString("conname"), SUFFIX, row.getString("definition")))
                .list()
                .forEach(this::execute);
    }

    /** Replaces the live table, which is dropped. Waits at most two seconds for its readers. */
    void swap() {
        execute("set local lock_timeout = '2s'");
        execute("drop table " + table);
        execute("alter table " + name() + " rename to " + table.substring(table.indexOf('.') + 1));
        jdbc.sql("""
                        select pg_index.indexrelid::regclass::text as index, pg_class.relname
                        from pg_index join pg_class on pg_class.oid = pg_index.indexrelid
                        where pg_index.indrelid = :table::regclass""")
                .param("table", table)
                .query((row, _) -> "alter index %s rename to %s"
                        .formatted(
                                row.getString("index"), row.getString("relname").replaceAll(SUFFIX + "$", "")))
                .list()
                .forEach(this::execute);
    }

    /** The definitions of the indexes of a table that belong to no constraint. */
    private List<String> indexes(String name) {
        return jdbc.sql("""
                        select pg_get_indexdef(pg_index.indexrelid) from pg_index
                        where pg_index.indrelid = :table::regclass
                          and not exists (select from pg_constraint where pg_constraint.conindid = pg_index.indexrelid)
                        order by pg_index.indexrelid""").param("table", name).query(ShadowTable::text).list();
    }

    private static String text(ResultSet row, int number) throws SQLException {
        return row.getString(1);
    }

    private static String indexName(String definition) {
        var matcher = INDEX.matcher(definition);
        if (!matcher.find()) {
            throw new IllegalStateException("Not the definition of an index: " + definition);
        }
        return matcher.group(2);
    }

    private void execute(String sql) {
        jdbc.sql(sql).update();
    }
}
