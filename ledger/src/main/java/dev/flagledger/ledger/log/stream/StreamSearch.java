package dev.flagledger.ledger.log.stream;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds streams of either log by the columns that repeat their entries. Where no index helps it scans, so it is for what is asked
 * rarely.
 */
@Component
public final class StreamSearch {

    /** After each 32-bit id, by digits and by value. */
    private static final String BEYOND_IDS = "99999999999";

    private final JdbcClient jdbc;

    public StreamSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the id of the organisation that a stream, of the same name in either log, began in; empty if there is none. */
    public Optional<Integer> organisationOf(String stream) {
        return jdbc.sql("""
                        select stream_event.organisation_id from ledger.stream_event
                        where stream_event.stream = :stream and stream_event.sequence_number = 0
                        union
                        select event.organisation_id from ledger.event
                        where event.aggregate_id = :stream and event.sequence_number = 0
                        """).param("stream", stream).query(Integer.class).optional();
    }

    /**
     * Returns the streams in an environment that are ordered by themselves, in no order. Scans the events of the streams with this prefix.
     * Whatever the collation of the database is, numbers that follow the same prefix are ordered by their digits or their values.
     *
     * @param prefix of their names; an id follows
     */
    public List<String> begunIn(int organisationId, int environmentId, String prefix) {
        return jdbc.sql("""
                        select stream_event.stream from ledger.stream_event
                        where stream_event.environment_id = :environment and stream_event.organisation_id = :organisation
                            and stream_event.sequence_number = 0 and stream_event.stream between :first and :last
                        """)
                .param("first", prefix + "0")
                .param("last", prefix + BEYOND_IDS)
                .param("environment", environmentId)
                .param("organisation", organisationId)
                .query((row, _) -> row.getString(1))
                .list();
    }

    /**
     * Returns the streams of the log in an environment that have an event of a type, the last first. Scans the events of the
     * organisation.
     *
     * @param type the stored name
     */
    public List<String> having(String type, int organisationId, int environmentId) {
        return jdbc.sql("""
                        select event.aggregate_id from ledger.event
                        where event.organisation_id = :organisation and event.environment_id = :environment
                            and event.payload_type = :type
                        order by event.position desc
                        """)
                .param("organisation", organisationId)
                .param("environment", environmentId)
                .param("type", type)
                .query((row, _) -> row.getString(1))
                .list();
    }
}
