package dev.flagledger.webhook.delivery.attempt;

import dev.flagledger.webhook.delivery.lane.Lane;
import dev.flagledger.webhook.endpoint.ShownUrl;
import dev.flagledger.webhook.sending.Outcome;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Records attempts. Commits are not durable: after a crash of the database, deliveries whose attempts are forgotten are repeated.
 */
final class AttemptTable {

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final LaneMoves lanes;
    private final CircuitTable circuits;

    AttemptTable(JdbcClient jdbc, TransactionOperations transaction, Clock clock, CircuitTable circuits) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.lanes = new LaneMoves(jdbc, clock);
        this.circuits = circuits;
    }

    /**
     * Records attempts and what follows from them, in one transaction. If a lease has expired and another node has taken the lane, only
     * an acknowledgement still counts.
     *
     * @return whether there are notices for owners
     */
    boolean record(List<Attempt> attempts) {
        return transaction.execute(_ -> {
            jdbc.sql("set local synchronous_commit = off").update();
            // Locked first, in the order in which the projection locks them: circuits, then lanes.
            circuits.lock(attempts);
            var locked = lanes.lock(attempts.stream().map(Attempt::lane).toList());
            log(attempts);
            conclude(attempts, locked::isHeld);
            lanes.move(
                    attempts.stream()
                            .filter(attempt -> locked.isHeld(attempt.lane()))
                            .toList(),
                    locked);
            return circuits.follow(attempts);
        });
    }

    private void log(List<Attempt> attempts) {
        jdbc.sql("""
            insert into webhook.webhook_attempt (delivery_id, number, started_at, duration_ms, status, error, url, signed_by, answer)
            select made.id,
                row_number() over (partition by made.id order by made.started)
                    + coalesce((select max(earlier.number) from webhook.webhook_attempt earlier
                                where earlier.delivery_id = made.id), 0),
                timestamptz 'epoch' + made.started * interval '1 microsecond', made.millis, made.status, made.error,
                made.url, made.signed_by, nullif(made.answer, '')
            from unnest(cast(:ids as bigint[]), cast(:started as bigint[]), cast(:millis as bigint[]),
                        cast(:statuses as int[]), cast(:errors as text[]), cast(:urls as text[]),
                        cast(:signers as text[]), cast(:answers as text[]))
                as made (id, started, millis, status, error, url, signed_by, answer)
            where exists (select from webhook.webhook_delivery where webhook_delivery.id = made.id)
            """)
                .param("ids", ids(attempts))
                .param(
                        "started",
                        attempts.stream().map(one -> micros(one.startedAt())).toArray(Long[]::new))
                .param(
                        "millis",
                        attempts.stream().map(one -> one.took().toMillis()).toArray(Long[]::new))
                .param(
                        "statuses",
                        attempts.stream()
                                .map(one ->
                                        one.outcome() instanceof Outcome.Answered(var status, var _) ? status : null)
                                .toArray(Integer[]::new))
                .param(
                        "errors",
                        attempts.stream().map(one -> error(one.outcome())).toArray(String[]::new))
                .param(
                        "urls",
                        attempts.stream()
                                .map(one -> ShownUrl.of(one.lane().url()))
                                .toArray(String[]::new))
                .param(
                        "signers",
                        attempts.stream()
                                .map(one -> String.join(",", one.reply().signedBy()))
                                .toArray(String[]::new))
                .param(
                        "answers",
                        attempts.stream().map(one -> one.reply().answer()).toArray(String[]::new))
                .update();
    }

    private static @Nullable String error(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answered _ -> null;
            case Outcome.Unreached(var reason) -> reason;
            case Outcome.Abandoned _ -> "Given up, since the server stopped";
        };
    }

    /** Of several attempts of a delivery, which a lease that expired allows, an acknowledgement decides. */
    private void conclude(List<Attempt> attempts, Predicate<Lane> held) {
        jdbc.sql("""
            update webhook.webhook_delivery set status = made.status, attempts = webhook_delivery.attempts + made.attempts
            from (
                select one.id, count(*) as attempts,
                    case when bool_or(one.status = 'delivered') then 'delivered'
                         when bool_or(one.status = 'failed') then 'failed' else 'pending' end as status
                from unnest(cast(:ids as bigint[]), cast(:statuses as text[])) as one (id, status)
                group by one.id
            ) made
            where webhook_delivery.id = made.id and webhook_delivery.status = 'pending'
            """)
                .param("ids", ids(attempts))
                .param(
                        "statuses",
                        attempts.stream()
                                .map(one ->
                                        one.outcome().delivered() || held.test(one.lane()) ? one.status() : "pending")
                                .toArray(String[]::new))
                .update();
    }

    private static Long[] ids(List<Attempt> attempts) {
        return attempts.stream().map(one -> one.delivery().id()).toArray(Long[]::new);
    }

    static long micros(Instant time) {
        return Math.addExact(Math.multiplyExact(time.getEpochSecond(), 1_000_000L), time.getNano() / 1_000);
    }
}
