package dev.flagledger.ledger.extract;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * The lines of an extract with what the log needs beside its events to be continued elsewhere: keys of people, name claims, ended
 * objects, the log of identities and sequences of ids. They come after the events, and are not proved.
 */
final class ExtractState {

    /** The tables of the ledger whose rows are lines, in the form of {@code row_to_json}. */
    static final List<String> TABLES = List.of(
            "claimed_name",
            "ended",
            "installation_key",
            "installation_secret",
            "pruned",
            "stream_event",
            "subject_key");

    /** The kind of the lines of sequences. */
    static final String SEQUENCE = "sequence";

    /** The schema of the sequences. */
    static final String SEQUENCES = "installation";

    private static final String PREFIX = "{\"state\":";
    private static final byte[] PREFIX_BYTES = PREFIX.getBytes(StandardCharsets.US_ASCII);

    private ExtractState() {}

    /** Queries for all lines. */
    static List<String> queries() {
        var tables = TABLES.stream()
                .map(table -> "select '" + PREFIX + "\"" + table
                        + "\",\"row\":' || row_to_json(state) || '}' from ledger." + table + " as state");
        var sequences = "select '" + PREFIX + "\"" + SEQUENCE
                + "\",\"row\":' || json_build_object('name', schemaname || '.' || sequencename, 'last', last_value) || '}'"
                + " from pg_sequences where last_value is not null and schemaname = '" + SEQUENCES + "'";
        return Stream.concat(tables, Stream.of(sequences)).toList();
    }

    static boolean is(byte[] line) {
        return Lines.begins(line, PREFIX_BYTES);
    }
}
