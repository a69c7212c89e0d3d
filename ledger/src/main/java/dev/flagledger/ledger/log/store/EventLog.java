package dev.flagledger.ledger.log.store;

import dev.flagledger.ledger.log.Attribution;
import dev.flagledger.ledger.log.Recorded;
import dev.flagledger.ledger.log.append.Durability;
import dev.flagledger.ledger.log.append.DurableCommits;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.axonframework.eventhandling.TrackedEventMessage;

/** Reads the log in its one order. */
public final class EventLog {

    /** The position before the first event. */
    public static final long BEGINNING = 0;

    private final WakingEventStore store;
    private final LogStorage storage;
    private final EventTable table;
    private final DurableCommits commits;
    private final CurrentAggregates aggregates;

    EventLog(
            WakingEventStore store,
            LogStorage storage,
            EventTable table,
            DurableCommits commits,
            CurrentAggregates aggregates) {
        this.store = store;
        this.storage = storage;
        this.table = table;
        this.commits = commits;
        this.aggregates = aggregates;
    }

    /** The position of the last committed event, or {@link #BEGINNING}. */
    public long head() {
        return storage.head();
    }

    /** To be asked for before events are read, and awaited before anybody is told of them. */
    public Durability durability() {
        return commits.session()::awaitDurable;
    }

    /**
     * Whether an attempt to have a command handled counts. It does not if it appended nothing because of an aggregate that
     * had missed an event; another attempt is decided on a newer one. Outside of the command's transaction.
     */
    public boolean confirms(CommandAttempt attempt) {
        return aggregates.confirms(attempt);
    }

    /** What stands after a position, up to another and including it. */
    public List<LogRow> rows(long after, long upTo) {
        return table.rows().between(after, upTo);
    }

    /** The same for whoever only folds it: without what actors were called, which no state says. */
    public List<LogRow> unnamedRows(long after, long upTo) {
        return table.rows().unnamed(after, upTo);
    }

    /** The same of what belongs to this project or to none. */
    public List<LogRow> unnamedRowsOf(int project, long after, long upTo) {
        return table.rows().unnamedOf(project, after, upTo);
    }

    /** The position of the last event that was recorded at or before an instant, or {@link #BEGINNING}. */
    public long positionAt(Instant instant) {
        return table.rows().positionAt(instant);
    }

    /** The next events after a position with their stored bytes. */
    public List<StoredEvent> nextStored(long after, int most) {
        return table.storedAfter(after, most);
    }

    /** Has this run whenever another process may have appended something. Must neither block nor throw. */
    public void onNews(Runnable listener) {
        store.onNews(listener);
    }

    /**
     * Has this told of events that this process appended together, once they are durable. Must neither block nor throw. Groups
     * may be told of in another order than theirs.
     */
    public void onGroup(Consumer<List<Recorded>> listener) {
        storage.onGroup(listener);
    }

    /** Has this run whenever this node has lost the database, and so may not hear of news. Must neither block nor throw. */
    public void onLoss(Runnable listener) {
        store.onLoss(listener);
    }

    /** The event in a message that came from the log. */
    public static Recorded recorded(TrackedEventMessage<?> message) {
        return new Recorded(
                message.trackingToken().position().orElseThrow(),
                message.getTimestamp(),
                Attribution.actorOf(message.getMetaData()),
                message.getPayload());
    }
}
