package dev.flagledger.query.usage;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Counts feature evaluations that applications report, by the day of the report in UTC. */
@Component
public final class EvaluationCounter implements UsageCounter {

    private final Tally<Evaluation> tally = new Tally<>(Comparator.comparingInt(Evaluation::environmentId)
            .thenComparing(Evaluation::featureId)
            .thenComparing(Evaluation::day));
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;

    EvaluationCounter(JdbcClient jdbc, TransactionOperations transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    private record Evaluation(LocalDate day, int environmentId, int featureId) {}

    /** The evaluations of one day. */
    public record Day(LocalDate day, long count) {}

    /** Adds evaluations of a feature; ignored unless positive. */
    public void count(int environmentId, int featureId, long evaluations) {
        if (evaluations > 0) {
            tally.add(new Evaluation(today(), environmentId, featureId), evaluations);
        }
    }

    /** The days within a period on which the feature was evaluated in the environment, in order. */
    public List<Day> daily(int environmentId, int featureId, int days) {
        write();
        return jdbc.sql("""
                        select day, evaluations as count from query.feature_evaluation
                        where environment_id = :environmentId and feature_id = :featureId and day > :before
                        order by day""")
                .param("environmentId", environmentId)
                .param("featureId", featureId)
                .param("before", today().minusDays(days))
                .query((row, _) -> new Day(row.getObject("day", LocalDate.class), row.getLong("count")))
                .list();
    }

    @Override
    public void write() {
        tally.drain(counts -> transactions.executeWithoutResult(_ -> counts.forEach(this::add)));
    }

    private void add(Evaluation of, long evaluations) {
        jdbc.sql("""
                        insert into query.feature_evaluation (day, environment_id, feature_id, evaluations)
                        values (:day, :environmentId, :featureId, :evaluations)
                        on conflict (environment_id, feature_id, day)
                        do update set evaluations = feature_evaluation.evaluations + excluded.evaluations""")
                .param("day", of.day())
                .param("environmentId", of.environmentId())
                .param("featureId", of.featureId())
                .param("evaluations", evaluations)
                .update();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
