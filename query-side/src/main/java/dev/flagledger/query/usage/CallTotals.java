package dev.flagledger.query.usage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Adds up the calls to several organisations in the last days, of which today, in UTC, is one. */
@Component
public class CallTotals {

    private final CallCounter counter;
    private final JdbcClient jdbc;
    private final Clock clock;

    CallTotals(CallCounter counter, JdbcClient jdbc, Clock clock) {
        this.counter = counter;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Numbers of calls: all of them, those for flags, and those for identities. */
    public record Calls(long all, long flags, long identities) {

        /** No calls. */
        public static final Calls NONE = new Calls(0, 0, 0);

        /** Returns the sum. */
        public Calls plus(Calls other) {
            return new Calls(all + other.all, flags + other.flags, identities + other.identities);
        }
    }

    /**
     * The calls to one environment lately.
     *
     * @param month those of the last 30 days
     * @param twoMonths the number of those of the last 60 days
     * @param threeMonths the number of those of the last 90 days
     */
    public record Recent(int organisationId, int environmentId, Calls month, long twoMonths, long threeMonths) {}

    /** Returns the calls by organisation, without those that had none. Calls to deleted environments count. */
    public Map<Integer, Calls> byOrganisation(Collection<Integer> organisations, int days) {
        return sums("organisation_id", Integer.class, organisations, days);
    }

    /** Returns the calls to each environment, also a deleted one, that had any in the last 90 days. */
    public List<Recent> recent(Collection<Integer> organisations) {
        if (organisations.isEmpty()) {
            return List.of();
        }
        counter.write();
        return jdbc.sql("""
                        select organisation_id, environment_id,
                            coalesce(sum(calls) filter (where day > :month), 0) as every,
                            coalesce(sum(calls) filter (where day > :month and resource = 'FLAGS'), 0) as flags,
                            coalesce(sum(calls) filter (where day > :month and resource = 'IDENTITIES'), 0) as identities,
                            coalesce(sum(calls) filter (where day > :twoMonths), 0) as two_months,
                            sum(calls) as three_months
                        from query.api_call where organisation_id in (:organisations) and day > :threeMonths
                        group by organisation_id, environment_id""")
                .param("organisations", organisations)
                .param("month", daysAgo(30))
                .param("twoMonths", daysAgo(60))
                .param("threeMonths", daysAgo(90))
                .query((row, _) -> new Recent(
                        row.getInt("organisation_id"),
                        row.getInt("environment_id"),
                        calls(row),
                        row.getLong("two_months"),
                        row.getLong("three_months")))
                .list();
    }

    /** Returns the calls by day, in order, without days that had none. */
    public SortedMap<LocalDate, Calls> byDay(Collection<Integer> organisations, int days) {
        return sums("day", LocalDate.class, organisations, days);
    }

    private <K> SortedMap<K, Calls> sums(String column, Class<K> type, Collection<Integer> organisations, int days) {
        var sums = new TreeMap<K, Calls>();
        if (organisations.isEmpty()) {
            return sums;
        }
        counter.write();
        jdbc.sql("""
                        select %1$s, sum(calls) as every,
                            coalesce(sum(calls) filter (where resource = 'FLAGS'), 0) as flags,
                            coalesce(sum(calls) filter (where resource = 'IDENTITIES'), 0) as identities
                        from query.api_call where organisation_id in (:organisations) and day > :before
                        group by %1$s""".formatted(column))
                .param("organisations", organisations)
                .param("before", daysAgo(days))
                .query(row -> {
                    sums.put(row.getObject(column, type), calls(row));
                });
        return sums;
    }

    private LocalDate daysAgo(int days) {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(days);
    }

    private static Calls calls(ResultSet row) throws SQLException {
        return new Calls(row.getLong("every"), row.getLong("flags"), row.getLong("identities"));
    }
}
