package dev.flagledger.ledger.command;

import dev.flagledger.api.LedgerCommand;
import dev.flagledger.ledger.history.History;
import dev.flagledger.ledger.log.Attribution;
import dev.flagledger.ledger.log.EndedException;
import dev.flagledger.ledger.log.StreamName;
import dev.flagledger.ledger.log.append.OutcomeUnknownException;
import dev.flagledger.ledger.log.store.CommandAttempt;
import dev.flagledger.ledger.log.store.EventLog;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Sends commands, and records events without one. Returns when the events are durable and visible on this node. */
@Component
public final class Commands {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    /** Retries after conflicts, with jitter and an increasing delay. */
    private static final RetryTemplate RETRY = new RetryTemplate(RetryPolicy.builder()
            .predicate(Commands::isConflict)
            .maxRetries(19)
            .delay(Duration.ofMillis(1))
            .jitter(Duration.ofMillis(1))
            .multiplier(1.5)
            .maxDelay(Duration.ofMillis(50))
            .build());

    private final CommandGateway gateway;
    private final History<?> history;
    private final EventLog log;
    private final EventStore store;
    private final Refusals refusals;

    Commands(CommandGateway gateway, History<?> history, EventLog log, EventStore store, Refusals refusals) {
        this.gateway = gateway;
        this.history = history;
        this.log = log;
        this.store = store;
        this.refusals = refusals;
    }

    /**
     * Sends a command.
     *
     * @throws dev.flagledger.api.Rejected if it was refused, or its object does not exist; nothing was recorded then
     * @throws OutcomeUnknownException if the connection was lost, and its events may or may not have been recorded
     * @throws NotYetVisible if its events were recorded, but are not visible on this node in time
     */
    public void send(LedgerCommand command, Attribution attribution) {
        handled(command, attribution, null);
    }

    /**
     * Sends a command with an additional write, such as that of a secret, in the same transaction. The write is repeated if the
     * command is.
     */
    public void send(LedgerCommand command, Attribution attribution, Runnable alongside) {
        handled(command, attribution, alongside);
    }

    /**
     * Sends commands in one transaction: they are handled in this order, each as if sent alone, and their events are recorded together,
     * or none of them is. Concurrent callers should name the same aggregates in the same order.
     */
    public void sendTogether(List<? extends LedgerCommand> commands, Attribution attribution) {
        if (commands.isEmpty()) {
            return;
        }
        var others = commands.subList(1, commands.size());
        handled(
                commands.getFirst(),
                attribution,
                () -> others.forEach(command -> gateway.sendAndWait(message(command, attribution))));
    }

    /** Sends a command whose handler returns a result of this type, and never null. */
    public <T> T ask(LedgerCommand command, Attribution attribution, Class<T> result) {
        return Objects.requireNonNull(result.cast(handled(command, attribution, null)));
    }

    /**
     * Records an event that nothing has to decide, as the first of a new stream, and returns its position. Works on nodes that handle
     * no commands, too.
     *
     * @throws dev.flagledger.api.Rejected if the event refers to an object that has ended
     */
    public long record(String stream, Object event, Attribution attribution) {
        var message =
                new GenericDomainEventMessage<>(StreamName.kindOf(stream), stream, 0, event, attribution.toMetaData());
        return confirmed(handledEventually(() -> store.publish(message)));
    }

    private @Nullable Object handled(LedgerCommand command, Attribution attribution, @Nullable Runnable alongside) {
        var message = message(command, attribution);
        var result = new AtomicReference<@Nullable Object>();
        Runnable send = () -> result.set(gateway.sendAndWait(message));
        confirmed(handledEventually(alongside == null ? send : () -> Alongside.of(alongside, send)));
        return result.get();
    }

    /** Waits until what an attempt appended is durable and visible on this node, and returns its last position. */
    private long confirmed(CommandAttempt attempt) {
        var appended = attempt.appended();
        long position;
        if (appended.isEmpty()) {
            // A command may change nothing because of what others have just recorded; the sender must see that too.
            position = log.head();
        } else {
            attempt.awaitDurable();
            position = appended.getLast().position();
            if (history.at().position() < position) {
                history.take(appended);
            }
        }
        if (!history.await(position, TIMEOUT)) {
            throw new NotYetVisible(position);
        }
        return position;
    }

    private static CommandMessage<?> message(LedgerCommand command, Attribution attribution) {
        return GenericCommandMessage.asCommandMessage(command).withMetaData(attribution.toMetaData());
    }

    /**
     * Handles a command, and again after a conflict: with another command on its stream, with one that releases a name which it
     * claims and claims a name which it releases, or after a decision without events on a stale aggregate.
     */
    private CommandAttempt handledEventually(Runnable send) {
        try {
            return RETRY.invoke(() -> handledOnce(send));
        } catch (Outdated e) {
            throw refusal(e.refusal);
        }
    }

    private CommandAttempt handledOnce(Runnable send) {
        var attempt = new CommandAttempt();
        try {
            attempt.run(send);
        } catch (RuntimeException e) {
            // A retry after an unknown outcome might record the events twice.
            if (e instanceof OutcomeUnknownException || isConflict(e)) {
                throw e;
            }
            throw log.confirms(attempt) ? refusal(e) : new Outdated(e);
        }
        if (!log.confirms(attempt)) {
            throw new ConcurrencyException("The aggregate was stale at each attempt");
        }
        return attempt;
    }

    private static boolean isConflict(Throwable e) {
        return e instanceof ConcurrencyException
                || e instanceof AggregateStreamCreationException
                || e instanceof PessimisticLockingFailureException
                || e instanceof Outdated;
    }

    /** A refusal that was decided on a stale aggregate. */
    private static final class Outdated extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final RuntimeException refusal;

        Outdated(RuntimeException refusal) {
            super(refusal);
            this.refusal = refusal;
        }
    }

    private RuntimeException refusal(RuntimeException e) {
        return switch (e) {
            case AggregateNotFoundException missing ->
                refusals.missing(
                        StreamName.kindOf(missing.getAggregateIdentifier().toString()));
            case EndedException ended -> refusals.missing(ended.kind());
            default -> e;
        };
    }
}
