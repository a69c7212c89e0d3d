package dev.flagledger.standalone.health;

import dev.flagledger.ledger.history.History;
import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Out of service until the fold has caught up with the log; degraded while projects are withheld. */
@Component
class FoldHealthIndicator implements HealthIndicator {

    static final String MISSING = "missing";

    private final History<?> history;

    FoldHealthIndicator(History<?> history) {
        this.history = history;
    }

    @Override
    public Health health() {
        var missing = missing();
        if (!history.ready() || missing.isEmpty()) {
            return HealthStatuses.upIf(history.ready());
        }
        return Health.status(HealthStatuses.DEGRADED)
                .withDetail(MISSING, missing)
                .build();
    }

    private List<String> missing() {
        return history.withheld().keySet().stream()
                .sorted()
                .map(id -> "project " + id)
                .toList();
    }
}
