package dev.flagledger.command.retention;

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
import dev.flagledger.ledger.log.Attribution;
import dev.flagledger.ledger.log.store.EventLog;
import dev.flagledger.ledger.pruning.EventPruning;
import dev.flagledger.ledger.pruning.Remains;
import java.time.Clock;
import java.time.Duration;
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
    private static final int BATCH = 1_000;
    private static final Duration INTERVAL = Duration.ofDays(1);
    private static final Duration UNTIL_CAUGHT_UP = Duration.ofMillis(500);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final History<Installation> history;
    private final EventLog log;
    private final EventPruning pruning;
    private final Commands commands;
    private final Clock clock;
    private final Duration initialDelay;
    private final BackgroundLoop loop = new BackgroundLoop("event-retention", this::round);
    private boolean started;

    /** @param initialDelay the time from the start to the first pruning */
    EventPruner(
            History<Installation> history,
            EventLog log,
            EventPruning pruning,
            Commands commands,
            Clock clock,
            Duration initialDelay) {
        this.history = history;
        this.log = log;
        this.pruning = pruning;
        this.commands = commands;
        this.clock = clock;
        this.initialDelay = initialDelay;
    }

    /** Delays the first round, so that it does not slow down the start. */
    private Duration round() {
        if (!started) {
            started = true;
            return initialDelay;
        }
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
        if (!retention.prunes()) {
            return;
        }
        long horizon = Math.max(retention.prunedTo(), expired(id, retention));
        if (pruning.done(id) < horizon) {
            // Before it is recorded, so that nothing is if this version cannot do it.
            var leftovers = Compaction.of(
                    new OrganisationEvents(log, id, horizon), pruning.lastOfStreams(id, horizon)::contains);
            commands.send(new PruneEvents(id, horizon), Attribution.SYSTEM);
            if (mayGoOn(id, horizon)) {
                pruning.permit(id, horizon);
                prune(id, horizon, new Kept(leftovers));
            }
        }
    }

    /** The position of the last event that is too old, if the organisation has any to prune up to there. */
    private long expired(int organisation, EventRetention retention) {
        var days = retention.days();
        long last = days == null
                ? EventLog.BEGINNING
                : log.positionAt(clock.instant().minus(Duration.ofDays(days)));
        return pruning.hasEvents(organisation, retention.prunedTo(), last) ? last : EventLog.BEGINNING;
    }

    private void prune(int organisation, long horizon, Remains remains) {
        long before = horizon + 1;
        while (before > EventLog.BEGINNING && mayGoOn(organisation, horizon)) {
            var next = pruning.prune(organisation, before, BATCH, remains);
            if (next.isEmpty()) {
                return;
            }
            before = next.getAsLong();
        }
        if (before == EventLog.BEGINNING) {
            pruning.finish(organisation, horizon);
            LOG.info("Pruned the events of organisation {} up to position {}", organisation, horizon);
        }
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

    /** Whether the pruning is recorded and no hold was set, on any node. */
    private boolean mayGoOn(int organisation, long horizon) {
        return !loop.isEnding()
                && history.await(log.head(), PATIENCE)
                && history.state()
                        .organisation(organisation)
                        .map(Organisation::retention)
                        .filter(retention -> retention.prunes() && retention.prunedTo() >= horizon)
                        .isPresent();
    }

    @Override
    public BackgroundLoop loop() {
        return loop;
    }

    @Override
    public Duration stopTimeout() {
        return STOP_TIMEOUT;
    }
}
