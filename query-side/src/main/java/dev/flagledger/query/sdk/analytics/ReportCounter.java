package dev.flagledger.query.sdk.analytics;

import dev.flagledger.query.sdk.flags.SdkRequest;
import dev.flagledger.query.usage.EvaluationCounter;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Counts the evaluations that applications report. */
@Component
final class ReportCounter {

    private final EvaluationCounter evaluationCounter;

    ReportCounter(EvaluationCounter evaluationCounter) {
        this.evaluationCounter = evaluationCounter;
    }

    /** Counts evaluations by feature name, which is case-sensitive. */
    void count(SdkRequest sdk, Map<String, Long> byName) {
        if (byName.isEmpty()) {
            return;
        }
        for (var feature : sdk.project().features().values()) {
            var count = byName.get(feature.name());
            if (count != null) {
                evaluationCounter.count(sdk.environment().id(), feature.id(), count);
            }
        }
    }
}
