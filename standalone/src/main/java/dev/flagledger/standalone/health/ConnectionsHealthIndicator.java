package dev.flagledger.standalone.health;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Down when the node has lost its database connections and has to be restarted. */
@Component
class ConnectionsHealthIndicator implements HealthIndicator {

    private final PoolWatch pool;

    ConnectionsHealthIndicator(PoolWatch pool) {
        this.pool = pool;
    }

    @Override
    public Health health() {
        return (pool.isExhausted() ? Health.down() : Health.up()).build();
    }
}
