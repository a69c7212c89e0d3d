package dev.flagledger.ledger.extract;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Restores lines of state, rows of tables many at a time. Nothing proves them, so they reach no other tables and sequences than those of
 * an extract.
 */
final class StateRestore implements AutoCloseable {

    private static final int BATCH = 1_000;

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Connection database;
    private final Map<String, PreparedStatement> inserts = new LinkedHashMap<>();
    private int waiting;

    StateRestore(Connection database) {
        this.database = database;
    }

    /** @throws IllegalArgumentException if the line has another form or is of another kind */
    void restore(byte[] line) throws SQLException {
        try {
            var state = MAPPER.readTree(line);
            restore(state.required("state").asString(), state.required("row"));
        } catch (JacksonException _) {
            throw new IllegalArgumentException("A state of the extract is not in its form");
        }
    }

    private void restore(String kind, JsonNode row) throws SQLException {
        if (kind.equals(ExtractState.SEQUENCE)) {
            restoreSequence(
                    row.required("name").asString(), row.required("last").longValue());
        } else if (ExtractState.TABLES.contains(kind)) {
            insert(kind, row.toString());
        } else {
            throw new IllegalArgumentException("The extract has a state of an unknown kind: " + kind);
        }
    }

    private void insert(String table, String row) throws SQLException {
        var insert = inserts.get(table);
        if (insert == null) {
            var form = "json_populate_record(null::ledger." + table + ", ?::json)";
            insert = database.prepareStatement("insert into ledger." + table + " select (" + form + ").*");
            inserts.put(table, insert);
        }
        insert.setString(1, row);
        insert.addBatch();
        waiting++;
        if (waiting == BATCH) {
            insertAll();
        }
    }

    /** Inserts the rows that wait. To be called after the last line. */
    void insertAll() throws SQLException {
        for (var insert : inserts.values()) {
            insert.executeBatch();
        }
        waiting = 0;
    }

    @Override
    public void close() throws SQLException {
        for (var insert : inserts.values()) {
            insert.close();
        }
    }

    private void restoreSequence(String name, long last) throws SQLException {
        if (!name.matches(ExtractState.SEQUENCES + "\\.[a-z_]+")) {
            throw new IllegalArgumentException("The extract has a sequence that is not one of ids: " + name);
        }
        try (var statement = database.prepareStatement("select setval(?::regclass, ?)")) {
            statement.setString(1, name);
            statement.setLong(2, last);
            statement.execute();
        }
    }
}
