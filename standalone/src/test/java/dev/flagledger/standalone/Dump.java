package dev.flagledger.standalone;

import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a copy of the database contains. */
final class Dump {

    private Dump() {}

    /** All rows of the tables with such names, each after the name of its table; bytes in hexadecimal. */
    static String of(JdbcClient jdbc, Predicate<String> tables) {
        var all = new StringBuilder();
        jdbc.sql("""
            select quote_ident(tables.table_schema) || '.' || quote_ident(tables.table_name)
            from information_schema.tables where tables.table_type = 'BASE TABLE'
                and tables.table_schema not in ('pg_catalog', 'information_schema')
            """).query(String.class).list().stream()
                .filter(tables)
                .forEach(table -> all.append(table)
                        .append(jdbc.sql("select coalesce(string_agg(dumped::text, ' '), '') from " + table + " dumped")
                                .query(String.class)
                                .single()));
        return all.toString();
    }
}
