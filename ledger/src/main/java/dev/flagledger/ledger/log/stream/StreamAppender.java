package dev.flagledger.ledger.log.stream;

import dev.flagledger.ledger.group.BrokenOffException;
import dev.flagledger.ledger.group.GroupedCalls;
import dev.flagledger.ledger.log.Attribution;
import dev.flagledger.ledger.log.ContextResolver;
import dev.flagledger.ledger.log.EndedException;
import dev.flagledger.ledger.log.StreamName;
import dev.flagledger.ledger.log.entry.EntryFormat;
import dev.flagledger.ledger.subject.SubjectKeys;
import java.util.List;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Appends events of one kind to a {@link StreamLog}. Appends without a transaction that meet are one transaction, so that a
 * commit and a statement cost many of them little. Only one such group is written at a time: PostgreSQL and the cores are there
 * for others too, and what comes meanwhile is the next group.
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
     * Appends an event if its guard lets it pass, in the caller's transaction if there is one, else durable at once.
     *
     * @param sequence the event's place in its stream, from 0
     * @return whether it was appended; if not, the rows are not as they were thought to be
     * @throws EndedException if it is about what has ended
     * @throws org.springframework.dao.DuplicateKeyException if a row that it adds is there already
     * @throws DataAccessResourceFailureException if the database was lost meanwhile; it may have been appended then
     */
    public boolean append(String stream, long sequence, E event, Attribution by) {
        var message =
                new GenericDomainEventMessage<>(StreamName.kindOf(stream), stream, sequence, event, by.toMetaData());
        var context = contexts.contextsOf(List.of(message)).getFirst();
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            var ring = keys.keyring();
            switch (outcome(new StreamAppend<>(message, format.write(message, ring), context, ring))) {
                case StreamOutcome.Done(boolean appended) -> {
                    ring.appended();
                    return appended;
                }
                case StreamOutcome.Ended(String thing) -> throw new EndedException(thing);
                case StreamOutcome.Contested(String subject) -> ring.contested(subject);
                case StreamOutcome.Failed(RuntimeException failure) -> throw failure;
            }
        }
        throw new ConcurrencyException("The keys of " + stream + " never stood still");
    }

    /** How many appends wait for the next group. */
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
            throw new DataAccessResourceFailureException("It is not known whether the log took the event", e);
        }
    }

    /** A refusal meets nobody else: if a group is refused, each is appended by itself. */
    private List<StreamOutcome> inOneTransaction(List<StreamAppend<E>> group) {
        try {
            return statement.execute(group);
        } catch (DataAccessResourceFailureException e) {
            // The database was lost, or has no place; nobody would fare better alone.
            throw e;
        } catch (RuntimeException e) {
            return group.size() == 1
                    ? List.of(new StreamOutcome.Failed(e))
                    : group.stream().map(this::byItself).toList();
        }
    }

    private StreamOutcome byItself(StreamAppend<E> append) {
        try {
            return statement.execute(List.of(append)).getFirst();
        } catch (RuntimeException e) {
            return new StreamOutcome.Failed(e);
        }
    }
}
