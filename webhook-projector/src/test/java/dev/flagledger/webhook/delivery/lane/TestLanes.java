package dev.flagledger.webhook.delivery.lane;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Creates what tests of other packages need of this one. */
public record TestLanes(JdbcClient jdbc, TransactionOperations transaction, Clock clock) {

    public LaneTable table() {
        return new LaneTable(jdbc, transaction, clock);
    }

    public OrphanedLanes orphans() {
        return new OrphanedLanes(jdbc, transaction, clock);
    }

    public WaitingDeliveries waiting() {
        return new WaitingDeliveries(jdbc);
    }
}
