package dev.flagledger.webhook.delivery;

import dev.flagledger.webhook.delivery.attempt.CircuitTable;
import dev.flagledger.webhook.delivery.lane.WaitingDeliveries;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Metrics of the queue and of attempts. Attempts are also counted under the name that Flagsmith has for the tasks of its task
 * processor.
 */
@Component
final class DeliveryMeters {

    private static final Tags TASK =
            Tags.of("task_identifier", "webhooks.call_webhook_with_failure_mail_after_retries");

    private final MeterRegistry registry;
    private final Counter enqueued;

    DeliveryMeters(MeterRegistry registry, WaitingDeliveries waiting, CircuitTable circuits) {
        this.registry = registry;
        this.enqueued = Counter.builder("flagsmith.task.processor.enqueued.tasks")
                .description("Total number of enqueued tasks.")
                .tags(TASK)
                .register(registry);
        Gauge.builder("flagledger.webhook.queue", () -> read(waiting::count))
                .description("Deliveries that are still to be made, by all nodes.")
                .baseUnit("deliveries")
                .register(registry);
        Gauge.builder("flagledger.webhook.paused", () -> read(circuits::open))
                .description("Webhooks that get probes only, since their receivers do not acknowledge, of all nodes.")
                .baseUnit("webhooks")
                .register(registry);
    }

    /** The consequence of an attempt. */
    enum Result {
        DELIVERED,
        RETRIED,
        FAILED
    }

    /** Counts queued deliveries. */
    void enqueued(int deliveries) {
        enqueued.increment(deliveries);
    }

    /** Counts one attempt. */
    void attempted(Result result, Duration took) {
        Counter.builder("flagledger.webhook.attempts")
                .description("Attempts to deliver, by what followed from them.")
                .tag("outcome", result.name().toLowerCase(Locale.ROOT))
                .register(registry)
                .increment();
        var tags = TASK.and("task_type", "standard", "result", result == Result.DELIVERED ? "success" : "failure");
        Counter.builder("flagsmith.task.processor.finished.tasks")
                .description("Total number of finished tasks.")
                .tags(tags)
                .register(registry)
                .increment();
        Timer.builder("flagsmith.task.processor.task.duration")
                .description("Task processor task duration in seconds.")
                .publishPercentileHistogram()
                .tags(tags)
                .register(registry)
                .record(took);
    }

    private static double read(LongSupplier count) {
        try {
            return count.getAsLong();
        } catch (DataAccessException _) {
            return Double.NaN;
        }
    }
}
