package dev.flagledger.standalone.metrics;

import dev.flagledger.ledger.history.History;
import dev.flagledger.ledger.log.store.EventLog;
import dev.flagledger.ledger.projection.Projections;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.LongSupplier;
import org.springframework.dao.DataAccessException;

/** How far the log, the history and the projections have come, looked up when somebody asks. */
final class LedgerMeters implements MeterBinder {

    private final EventLog log;
    private final History<?> history;
    private final Projections<?> projections;

    LedgerMeters(EventLog log, History<?> history, Projections<?> projections) {
        this.log = log;
        this.history = history;
        this.projections = projections;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("flagledger.log.head", () -> lookedUp(log::head))
                .description("Position of the last event in the log.")
                .register(registry);
        Gauge.builder("flagledger.history.position", () -> history.at().position())
                .description("Position of the last event that this node shows.")
                .register(registry);
        Gauge.builder(
                        "flagledger.history.lag",
                        () -> lookedUp(() -> behind(log.head(), history.at().position())))
                .description("Events that are in the log, but not shown by this node yet.")
                .baseUnit("events")
                .register(registry);
        Gauge.builder("flagledger.history.withheld", () -> history.withheld().size())
                .description("Projects that this node withholds, since it does not understand one of their events.")
                .baseUnit("projects")
                .register(registry);
        projections
                .names()
                .forEach(name -> Gauge.builder("flagledger.projection.lag", () -> lag(name))
                        .description("Events that this node shows, but the projection has not written yet.")
                        .baseUnit("events")
                        .tag("projection", name)
                        .register(registry));
    }

    private double lag(String projection) {
        return lookedUp(() -> behind(history.at().position(), projections.position(projection)));
    }

    private static long behind(long first, long second) {
        return Math.max(0, first - second);
    }

    /** While the database is away, nobody knows. */
    private static double lookedUp(LongSupplier figure) {
        try {
            return figure.getAsLong();
        } catch (DataAccessException _) {
            return Double.NaN;
        }
    }
}
