package dev.flagledger.command.retention;

import dev.flagledger.api.catalogue.EventCatalogue;
import dev.flagledger.api.event.OrganisationEvent.EventsPruned;
import dev.flagledger.api.organisation.OrganisationCommand.PruneEvents;
import dev.flagledger.engine.retention.Compaction;
import dev.flagledger.engine.retention.Leftovers;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.organisation.EventRetention;
import dev.flagledger.engine.state.organisation.Organisation;
import dev.flagledger.ledger.background.BackgroundLoop;
import dev.flagledger.ledger.background.LoopLifecycle;
import dev.flagledger.ledger.command.Commands;
import dev.flagledger.ledger.history.History;
import dev.flagledger.ledger.load.LowPriorityWork;
import dev.flagledger.ledger.log.Attribution;
import dev.flagledger.ledger.log.store.EventLog;
import dev.flagledger.ledger.pruning.EventPruning;
import dev.flagledger.ledger.pruning.Remains;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes the bodies of events that are older than their organisation keeps them: once a day, in batches with a transaction each. First
 * the pruning is recorded as an event; from then on nobody is told what was before. A run that was interrupted is continued by
 * the next, on any node. A legal hold ends it between two batches.
 */
final class EventPruner implements LoopLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(EventPruner.class);

    /** The stored name of the event that records a pruning. */
    private static final String PRUNED =
            EventCatalogue.namesOf(EventsPruned.class).getFirst();

    private static final Duration INTERVAL = Duration.ofDays(1);
    private static final Duration UNTIL_CAUGHT_UP = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final History<Installation> history;
    private final EventLog log;
    private final EventPruning pruning;
    private final Commands commands;
    private final Clock clock;
    private final int batch;
    private final LowPriorityWork planning = LowPriorityWork.of(
            "event-retention-plan", 1, 0, PATIENCE, () -> new IllegalStateException("another pruning is planned"));
    private final BackgroundLoop loop;

    /**
     * A pruner that is not started.
     *
     * @param batch the maximum number of events that are pruned in a transaction
     * @param initialDelay the time from the start to the first pruning
     */
    EventPruner(
            History<Installation> history,
            EventLog log,
            EventPruning pruning,
            Commands commands,
            Clock clock,
            int batch,
            Duration initialDelay) {
        this.history = history;
        this.log = log;
        this.pruning = pruning;
        this.commands = commands;
        this.clock = clock;
        this.batch = batch;
        this.loop = new BackgroundLoop("event-retention", this::round).beginningAfter(initialDelay);
    }

    private Duration round() {
        if (!history.caughtUp()) {
            return UNTIL_CAUGHT_UP;
        }
        pruneAll();
        return INTERVAL;
    }

    /** Prunes the events of each organisation; logs a failure, and continues with the others. */
    void pruneAll() {
        for (int organisation : history.state().organisations().keySet()) {
            try {
                history.state().organisation(organisation).ifPresent(this::prune);
            } catch (RuntimeException e) {
                LOG.warn("Could not prune the events of organisation {}; tried again in a day", organisation, e);
            }
        }
    }

    private void prune(Organisation organisation) {
        int id = organisation.id();
        var retention = organisation.retention();
        if (retention.legalHold()) {
            return;
        }
        // What is recorded has to be done, also if the organisation keeps its events for ever now.
        long horizon = Math.max(retention.prunedTo(), expired(id, retention));
        if (pruning.done(id) < horizon) {
            // Before it is recorded, so that nothing is if this version cannot do it.
            var leftovers = planning.call(() -> Compaction.of(
                    new OrganisationEvents(log, id, horizon), pruning.lastOfStreams(id, horizon)::contains));
            if (retention.prunedTo() < horizon) {
                commands.send(new PruneEvents(id, horizon), Attribution.SYSTEM);
            }
            prune(id, horizon, new Kept(leftovers));
        }
    }

    /** The position of the last event that is too old, if the organisation has any to prune up to there and has not pruned today. */
    private long expired(int organisation, EventRetention retention) {
        var days = retention.days();
        if (days == null || isRecent(organisation)) {
            return EventLog.BEGINNING;
        }
        long last = log.positionAt(clock.instant().minus(Duration.ofDays(days)));
        return pruning.hasEvents(organisation, retention.prunedTo(), last) ? last : EventLog.BEGINNING;
    }

    /** Whether a node has begun a pruning less than a day ago. */
    private boolean isRecent(int organisation) {
        return pruning.lastRecorded(organisation, PRUNED)
                .filter(at -> at.isAfter(clock.instant().minus(INTERVAL)))
                .isPresent();
    }

    private void prune(int organisation, long horizon, Remains remains) {
        long before = horizon + 1;
        while (before > EventLog.BEGINNING) {
            var unheld = unheld(organisation, horizon);
            if (unheld.isEmpty()) {
                return;
            }
            pruning.permit(organisation, horizon);
            var next = pruning.prune(organisation, before, batch, remains, unheld.getAsLong());
            if (next.isEmpty()) {
                return;
            }
            before = next.getAsLong();
        }
        pruning.finish(organisation, horizon);
        LOG.info("Pruned the events of organisation {} up to position {}", organisation, horizon);
    }

    /** @param leftovers what folds need, as the engine found it */
    private record Kept(Leftovers leftovers) implements Remains {

        @Override
        public boolean isNeedless(long position) {
            return leftovers.isNeedless(position);
        }

        @Override
        public @Nullable Object changed(long position) {
            return leftovers.changed(position);
        }
    }

    /** A current position at which the pruning is recorded and there is no hold by any node; empty if it must not go on. */
    private OptionalLong unheld(int organisation, long horizon) {
        if (loop.isEnding() || !history.await(log.head(), PATIENCE)) {
            return OptionalLong.empty();
        }
        var current = history.at();
        return current.state()
                        .organisation(organisation)
                        .map(Organisation::retention)
                        .filter(retention -> !retention.legalHold() && retention.prunedTo() >= horizon)
                        .isPresent()
                ? OptionalLong.of(current.position())
                : OptionalLong.empty();
    }

    @Override
    public BackgroundLoop loop() {
        return loop;
    }
}
