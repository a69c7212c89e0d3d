package dev.flagledger.webhook.evaluation;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** Metrics of what receivers are told of evaluations, and of what is lost. */
@Component
final class EvaluationMeters {

    private final Map<Fate, Counter> counters = new EnumMap<>(Fate.class);
    private final AtomicInteger waiting = new AtomicInteger();

    EvaluationMeters(MeterRegistry registry) {
        for (var fate : Fate.values()) {
            counters.put(
                    fate,
                    Counter.builder("flagledger.webhook.evaluations")
                            .description("Evaluations for identities with a receiver, by what became of them.")
                            .tag("outcome", fate.name().toLowerCase(Locale.ROOT))
                            .register(registry));
        }
        Gauge.builder("flagledger.webhook.evaluations.waiting", waiting, AtomicInteger::get)
                .description("Evaluations that wait for their receivers, of this node.")
                .register(registry);
    }

    void count(Fate fate) {
        Objects.requireNonNull(counters.get(fate)).increment();
    }

    /** Returns the number of those that wait, which others maintain. */
    AtomicInteger waiting() {
        return waiting;
    }
}
