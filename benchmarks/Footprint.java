import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a server holds that should not grow, however long it runs.
 *
 * @param sizes by what they are of; tables in kilobytes, with what PostgreSQL has not cleared away yet
 */
record Footprint(Map<String, Long> sizes) {

    private static final String CONNECTIONS = "select count(*) from pg_stat_activity where datname = current_database()";

    /** Those that are not longer for more identities, changes or users. */
    private static final String TABLES = """
            select table_schema || '.' || table_name, pg_total_relation_size(format('%I.%I', table_schema, table_name)) / 1024
            from information_schema.tables where (table_schema, table_name) in (('command', 'failed_login'),
                ('ledger', 'claimed_name'), ('query', 'api_call'), ('query', 'feature_evaluation')) order by 1
            """;

    /** After a collection of the heap, while nobody asks anything. */
    static Footprint of(Management server, Path data) throws Exception {
        Map<String, Long> sizes = new LinkedHashMap<>();
        sizes.put("heap, MB", Heap.of(server.process()).total() >> 20);
        sizes.put("resident, MB", server.resident() >> 20);
        sizes.put("threads", server.threads());
        sizes.put("open files", server.openFiles());
        try (var connection = DriverManager.getConnection(OldLog.url(data));
                var statement = connection.createStatement()) {
            try (var row = statement.executeQuery(CONNECTIONS)) {
                row.next();
                // Without this one.
                sizes.put("database connections", row.getLong(1) - 1);
            }
            try (var row = statement.executeQuery(TABLES)) {
                while (row.next()) {
                    sizes.put(row.getString(1) + ", kB", row.getLong(2));
                }
            }
        }
        return new Footprint(sizes);
    }

    void printBeside(Footprint before) {
        sizes.forEach((what, now) ->
                System.out.printf("  %-30s %8d, before %8d%n", what, now, before.sizes.getOrDefault(what, 0L)));
    }
}
