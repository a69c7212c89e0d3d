package dev.flagledger.query.usage;

import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.engine.state.project.Project;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Counts API calls by day in UTC, in memory until the next flush. */
@Component
public final class CallCounter implements UsageCounter {

    private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();

    private final Tally<Call> tally = new Tally<>(Comparator.comparingInt(Call::organisationId)
            .thenComparing(Call::day)
            .thenComparing(Call::environmentId)
            .thenComparing(Call::resource));
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;
    private volatile LocalDate lastDay = LocalDate.EPOCH;

    CallCounter(JdbcClient jdbc, TransactionOperations transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    private record Call(LocalDate day, int organisationId, int projectId, int environmentId, UsageResource resource) {}

    /** The calls of one day, by resource. */
    record Day(LocalDate day, Map<UsageResource, Long> calls) {

        long of(UsageResource resource) {
            return calls.getOrDefault(resource, 0L);
        }
    }

    /**
     * Selects calls.
     *
     * @param projectId null for all projects
     * @param environmentId null for all environments
     * @param from the start, inclusive
     * @param to the end, exclusive
     */
    record Selection(
            int organisationId,
            @Nullable Integer projectId,
            @Nullable Integer environmentId,
            LocalDate from,
            LocalDate to) {}

    /** Counts a call to a path, unless its calls are not counted. */
    public void count(Project project, Environment environment, String path) {
        UsageResource.at(path)
                .ifPresent(resource -> tally.add(
                        new Call(today(), project.organisationId(), project.id(), environment.id(), resource), 1));
    }

    /** The same object all day, since every call asks for it. */
    private LocalDate today() {
        long day = Math.floorDiv(clock.millis(), DAY_MILLIS);
        var last = lastDay;
        if (last.toEpochDay() != day) {
            last = LocalDate.ofEpochDay(day);
            lastDay = last;
        }
        return last;
    }

    /** The days with calls, in order. */
    List<Day> daily(Selection selection) {
        write();
        var days = new TreeMap<LocalDate, Map<UsageResource, Long>>();
        jdbc.sql("""
                        select day, resource, sum(calls) as calls from query.api_call
                        where organisation_id = :organisationId and day >= :from and day < :to
                        and (cast(:projectId as integer) is null or project_id = :projectId)
                        and (cast(:environmentId as integer) is null or environment_id = :environmentId)
                        group by day, resource""").paramSource(selection).query(row -> {
            days.computeIfAbsent(row.getObject("day", LocalDate.class), _ -> new EnumMap<>(UsageResource.class))
                    .put(UsageResource.valueOf(row.getString("resource")), row.getLong("calls"));
        });
        return days.entrySet().stream()
                .map(day -> new Day(day.getKey(), day.getValue()))
                .toList();
    }

    /** The total number of calls of an organisation. */
    long total(int organisationId) {
        write();
        return jdbc.sql("""
                        select coalesce(sum(counted.calls), 0) from (
                            select calls from query.api_call where organisation_id = :organisationId
                            union all
                            select calls from query.api_call_before where organisation_id = :organisationId) as counted""")
                .param("organisationId", organisationId)
                .query(Long.class)
                .single();
    }

    @Override
    public void write() {
        tally.drain(counts -> transactions.executeWithoutResult(_ -> counts.forEach(this::add)));
    }

    private void add(Call call, long calls) {
        jdbc.sql("""
                        insert into query.api_call (day, organisation_id, project_id, environment_id, resource, calls)
                        values (:day, :organisationId, :projectId, :environmentId, :resource, :calls)
                        on conflict (organisation_id, day, environment_id, resource)
                        do update set calls = api_call.calls + excluded.calls""")
                .param("day", call.day())
                .param("organisationId", call.organisationId())
                .param("projectId", call.projectId())
                .param("environmentId", call.environmentId())
                .param("resource", call.resource().name())
                .param("calls", calls)
                .update();
    }
}
