package dev.flagledger.ledger.extract;

import java.sql.Connection;
import java.sql.SQLException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Restores lines of state. Nothing proves them, so they reach no other tables and sequences than those of an extract. */
record StateRestore(Connection database) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

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
            var form = "json_populate_record(null::ledger." + kind + ", ?::json)";
            try (var insert = database.prepareStatement("insert into ledger." + kind + " select (" + form + ").*")) {
                insert.setString(1, row.toString());
                insert.execute();
            }
        } else {
            throw new IllegalArgumentException("The extract has a state of an unknown kind: " + kind);
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
