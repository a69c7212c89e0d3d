package dev.flagledger.ledger.extract;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The lines of an extract with what the log needs beside its events to be continued elsewhere: keys of people, name claims, ended
 * objects and sequences of ids. They come after the events, and are not proved.
 */
final class ExtractState {

    private static final String PREFIX = "{\"state\":";
    private static final String SEQUENCE = "sequence";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** By table, the statement that inserts a row in the form of {@code row_to_json}. */
    private static final Map<String, String> INSERTS = Stream.of(
                    "installation_secret", "installation_key", "subject_key", "claimed_name", "ended")
            .collect(Collectors.toUnmodifiableMap(
                    table -> table,
                    table -> "insert into ledger." + table + " select (json_populate_record(null::ledger." + table
                            + ", ?::json)).*"));

    private ExtractState() {}

    /** Queries for all lines. */
    static List<String> queries() {
        var tables = INSERTS.keySet().stream()
                .sorted()
                .map(table -> "select '" + PREFIX + "\"" + table
                        + "\",\"row\":' || row_to_json(state) || '}' from ledger." + table + " as state");
        var sequences = "select '" + PREFIX + "\"" + SEQUENCE
                + "\",\"row\":' || json_build_object('name', schemaname || '.' || sequencename, 'last', last_value) || '}'"
                + " from pg_sequences where last_value is not null and schemaname = 'installation'";
        return Stream.concat(tables, Stream.of(sequences)).toList();
    }

    static boolean is(byte[] line) {
        return new String(line, 0, Math.min(line.length, PREFIX.length()), StandardCharsets.US_ASCII).equals(PREFIX);
    }

    /** Restores what a line says. */
    static void restore(byte[] line, Connection database) throws SQLException {
        try {
            var state = MAPPER.readTree(line);
            var kind = state.required("state").asString();
            var row = state.required("row");
            if (kind.equals(SEQUENCE)) {
                try (var statement = database.prepareStatement("select setval(?::regclass, ?)")) {
                    statement.setString(1, row.required("name").asString());
                    statement.setLong(2, row.required("last").asLong());
                    statement.execute();
                }
                return;
            }
            var insert = INSERTS.get(kind);
            if (insert == null) {
                throw new IllegalArgumentException("The extract has a state of an unknown kind: " + kind);
            }
            try (var statement = database.prepareStatement(insert)) {
                statement.setString(1, row.toString());
                statement.execute();
            }
        } catch (JacksonException _) {
            throw new IllegalArgumentException("A state of the extract is not in its form");
        }
    }
}
