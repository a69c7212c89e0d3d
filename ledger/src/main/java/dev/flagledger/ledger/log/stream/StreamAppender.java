package dev.flagledger.ledger.log.stream;

import dev.flagledger.api.event.EventScope;
import dev.flagledger.ledger.group.BrokenOffException;
import dev.flagledger.ledger.group.GroupedCalls;
import dev.flagledger.ledger.log.AppendContext;
import dev.flagledger.ledger.log.Attribution;
import dev.flagledger.ledger.log.ContextResolver;
import dev.flagledger.ledger.log.EndedException;
import dev.flagledger.ledger.log.StreamName;
import dev.flagledger.ledger.log.entry.EntryFormat;
import dev.flagledger.ledger.subject.SubjectKeys;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Appends events of one kind to a {@link StreamLog}. Concurrent appends without a transaction share one, and so the cost of a
 * statement and a commit. One group is written at a time, which leaves PostgreSQL and the cores to others; appends that arrive
 * meanwhile form the next group.
 */
public final class StreamAppender<E> {

    private static final int ATTEMPTS = 5;

    private final StreamStatement<E> statement;
    private final EntryFormat format;
    private final SubjectKeys keys;
    private final ContextResolver contexts;
    private final GroupedCalls<StreamAppend<E>, StreamOutcome> groups = new GroupedCalls<>(this::inOneTransaction);

    StreamAppender(StreamStatement<E> statement, EntryFormat format, SubjectKeys keys, ContextResolver contexts) {
        this.statement = statement;
        this.format = format;
        this.keys = keys;
        this.contexts = contexts;
    }

    /**
     * Appends an event if its guard admits it: in the caller's transaction if there is one, otherwise durably.
     *
     * @param sequence the sequence number in the stream, from 0
     * @return whether the event was appended; if not, the read model differs from what the caller assumed
     * @throws EndedException if the event refers to an object that has ended
     * @throws org.springframework.dao.DuplicateKeyException if a row that it adds exists already
     * @throws DataAccessResourceFailureException if the connection was lost and the outcome is unknown
     */
    public boolean append(String stream, long sequence, E event, Attribution by) {
        var message = message(stream, sequence, event, by);
        return append(message, contexts.contextsOf(List.of(message)).getFirst());
    }

    /**
     * Like {@link #append(String, long, Object, Attribution)}, for the first event of a stream in what the caller's transaction creates,
     * so that nobody knows it yet.
     */
    public boolean appendFirst(String stream, E event, EventScope scope, Attribution by) {
        return append(message(stream, 0, event, by), new AppendContext(scope, List.of(), false));
    }

    private static <E> DomainEventMessage<E> message(String stream, long sequence, E event, Attribution by) {
        return new GenericDomainEventMessage<>(StreamName.kindOf(stream), stream, sequence, event, by.toMetaData());
    }

    private boolean append(DomainEventMessage<E> message, AppendContext context) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            var ring = keys.keyring();
            switch (outcome(new StreamAppend<>(message, format.write(message, ring), context, ring))) {
                case StreamOutcome.Done(boolean appended) -> {
                    ring.appended();
                    return appended;
                }
                case StreamOutcome.Ended(String object) -> throw new EndedException(object);
                case StreamOutcome.Contested(String subject) -> ring.contested(subject);
                case StreamOutcome.Failed(RuntimeException failure) -> throw failure;
            }
        }
        throw new ConcurrencyException("The keys of " + message.getAggregateIdentifier() + " changed at each attempt");
    }

    /** The number of appends that wait for the next group. */
    int waiting() {
        return groups.waiting();
    }

    private StreamOutcome outcome(StreamAppend<E> append) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return statement.execute(List.of(append)).getFirst();
        }
        try {
            return groups.call(append);
        } catch (BrokenOffException e) {
            throw new DataAccessResourceFailureException("It is unknown whether the event was appended", e);
        }
    }

    /** If a group fails, each event is appended separately, so that a failure affects only its cause. */
    private List<StreamOutcome> inOneTransaction(List<StreamAppend<E>> group) {
        try {
            return statement.execute(group);
        } catch (DataAccessResourceFailureException e) {
            // The database is unreachable or full: separate appends would fail too.
            throw e;
        } catch (RuntimeException e) {
            return group.size() == 1
                    ? List.of(new StreamOutcome.Failed(e))
                    : group.stream().map(this::separately).toList();
        }
    }

    private StreamOutcome separately(StreamAppend<E> append) {
        try {
            return statement.execute(List.of(append)).getFirst();
        } catch (RuntimeException e) {
            return new StreamOutcome.Failed(e);
        }
    }
}
