package dev.flagledger.ledger.log.store;

import dev.flagledger.ledger.log.Recorded;
import dev.flagledger.ledger.log.append.Durability;
import dev.flagledger.ledger.log.append.DurableCommits;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.axonframework.eventhandling.TrackedEventMessage;

/** Reads the configuration log, which has one total order. */
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

    /** Creates a handle before events are read; it is awaited before they are shown to anyone. */
    public Durability durability() {
        return commits.session()::awaitDurable;
    }

    /**
     * Whether the outcome of an attempt to handle a command counts. It does not if the attempt appended nothing and was decided on a
     * stale aggregate, and has to be repeated then. To be called outside of the command's transaction.
     */
    public boolean confirms(CommandAttempt attempt) {
        return aggregates.confirms(attempt);
    }

    /** The rows after a position, up to and including another. */
    public List<LogRow> rows(long after, long upTo) {
        return table.rows().between(after, upTo);
    }

    /** Like {@link #rows}, without the names of actors, which folds do not use. */
    public List<LogRow> unnamedRows(long after, long upTo) {
        return table.rows().unnamed(after, upTo);
    }

    /** Like {@link #unnamedRows}, of the events that belong to this project or to none. */
    public List<LogRow> unnamedRowsOf(int project, long after, long upTo) {
        return table.rows().unnamedOf(project, after, upTo);
    }

    /** Like {@link #unnamedRows}, of the events of an organisation, at most {@code limit}. */
    public List<LogRow> unnamedRowsOfOrganisation(int organisation, long after, long upTo, int limit) {
        return table.rows().unnamedOfOrganisation(organisation, after, upTo, limit);
    }

    /** When the event at a position was recorded, whether it is pruned or not. There must be one. */
    public Instant recordedAt(long position) {
        return table.rows().recordedAt(position);
    }

    /** The position of the last event recorded at or before an instant, or {@link #BEGINNING}. */
    public long positionAt(Instant instant) {
        return table.rows().positionAt(instant);
    }

    /** Adds a listener for possible appends by other processes. It must neither block nor throw. */
    public void onNews(Runnable listener) {
        store.onNews(listener);
    }

    /**
     * Adds a listener for groups of events that this process appended, called once they are durable. It must neither block nor
     * throw. Groups may arrive out of order.
     */
    public void onGroup(Consumer<List<Recorded>> listener) {
        storage.onGroup(listener);
    }

    /** Adds a listener for lost connections, during which signals may be missed. It must neither block nor throw. */
    public void onLoss(Runnable listener) {
        store.onLoss(listener);
    }

    /** The event of a message from the log. */
    public static Recorded recorded(TrackedEventMessage<?> message) {
        return Recorded.of(message.trackingToken().position().orElseThrow(), message);
    }
}
