package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Searches a database for a text: in every value of every table, and in the bytes of the tables' files. */
record Scan(JdbcClient jdbc, String word) {

    private record Column(String table, String name, boolean binary) {}

    /** Waits until projections have processed the erasure, then vacuums, since PostgreSQL keeps dead rows. */
    void awaitNothing() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(tables()).isEmpty());
        jdbc.sql("vacuum (full, analyze)").update();
        jdbc.sql("checkpoint").update();
        assertThat(files()).isEmpty();
    }

    /** Waits like {@link #awaitNothing}, after the keys of these persons were destroyed. */
    void awaitErased(Collection<String> subjects) {
        assertThat(jdbc.sql("select subject from ledger.subject_key where subject = any(:subjects) and wrapped is null")
                        .param("subjects", subjects.toArray(String[]::new))
                        .query(String.class)
                        .set())
                .isEqualTo(Set.copyOf(subjects));
        awaitNothing();
    }

    /** The columns that contain the text, with the same case. */
    List<String> tables() {
        var found = new ArrayList<String>();
        for (var column : columns()) {
            var holds = column.binary()
                    ? "position(:bytes in \"" + column.name() + "\") > 0"
                    : "position(:word in \"" + column.name() + "\"::text) > 0";
            boolean any = jdbc.sql("select exists (select from " + column.table() + " where " + holds + ")")
                    .param("bytes", word.getBytes(StandardCharsets.UTF_8))
                    .param("word", word)
                    .query(Boolean.class)
                    .single();
            if (any) {
                found.add(column.table() + "." + column.name());
            }
        }
        return found;
    }

    /** The relations whose files contain the text, including the catalogue, since PostgreSQL samples values of tables. */
    private List<@Nullable String> files() {
        return jdbc.sql("""
                        select pg_class.oid::regclass::text from pg_class
                        where pg_class.relkind in ('r', 'i', 't', 'm', 'S') and pg_relation_filenode(pg_class.oid) is not null
                            and position(:bytes in pg_read_binary_file(pg_relation_filepath(pg_class.oid))) > 0
                        """)
                .param("bytes", word.getBytes(StandardCharsets.UTF_8))
                .query(String.class)
                .list();
    }

    private List<Column> columns() {
        return jdbc.sql("""
                        select quote_ident(columns.table_schema) || '.' || quote_ident(columns.table_name) as name,
                            columns.column_name, columns.data_type = 'bytea' as is_binary
                        from information_schema.columns join information_schema.tables using (table_schema, table_name)
                        where tables.table_type = 'BASE TABLE'
                            and columns.table_schema not in ('pg_catalog', 'information_schema')
                        """)
                .query((row, _) ->
                        new Column(row.getString("name"), row.getString("column_name"), row.getBoolean("is_binary")))
                .list();
    }
}
