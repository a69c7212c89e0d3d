package dev.flagledger.standalone.metrics;

import dev.flagledger.ledger.history.History;
import dev.flagledger.ledger.log.store.EventLog;
import dev.flagledger.ledger.projection.Projections;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.LongSupplier;
import org.springframework.dao.DataAccessException;

/** Gauges of the positions of the log, the history and the projections, read at each scrape. */
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
        Gauge.builder("flagledger.log.head", () -> orNaN(log::head))
                .description("Position of the last event in the log.")
                .register(registry);
        Gauge.builder("flagledger.history.position", () -> history.at().position())
                .description("Position of the last event that this node shows.")
                .register(registry);
        Gauge.builder(
                        "flagledger.history.lag",
                        () -> orNaN(() -> lag(log.head(), history.at().position())))
                .description("Events that are in the log, but not shown by this node yet.")
                .baseUnit("events")
                .register(registry);
        Gauge.builder("flagledger.history.withheld", () -> history.withheld().size())
                .description("Projects that this node withholds, since it does not understand one of their events.")
                .baseUnit("projects")
                .register(registry);
        projections
                .names()
                .forEach(name -> Gauge.builder("flagledger.projection.lag", () -> projectionLag(name))
                        .description("Events that this node shows, but the projection has not written yet.")
                        .baseUnit("events")
                        .tag("projection", name)
                        .register(registry));
    }

    private double projectionLag(String projection) {
        return orNaN(() -> lag(history.at().position(), projections.position(projection)));
    }

    private static long lag(long target, long position) {
        return Math.max(0, target - position);
    }

    /** Returns the figure; NaN while the database is unavailable. */
    private static double orNaN(LongSupplier figure) {
        try {
            return figure.getAsLong();
        } catch (DataAccessException _) {
            return Double.NaN;
        }
    }
}
