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
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Sends commands, and returns when their effect is recorded for good and visible on this node. */
@Component
public final class Commands {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Those who have met come back at different times, and after a while less often. */
    private static final RetryTemplate AGAIN = new RetryTemplate(RetryPolicy.builder()
            .predicate(Commands::hasMet)
            .maxRetries(19)
            .delay(Duration.ofMillis(1))
            .jitter(Duration.ofMillis(1))
            .multiplier(1.5)
            .maxDelay(Duration.ofMillis(50))
            .build());

    private final CommandGateway gateway;
    private final History<?> fold;
    private final EventLog log;
    private final Refusals refusals;

    Commands(CommandGateway gateway, History<?> fold, EventLog log, Refusals refusals) {
        this.gateway = gateway;
        this.fold = fold;
        this.log = log;
        this.refusals = refusals;
    }

    /**
     * Has a command handled.
     *
     * @throws dev.flagledger.api.Rejected if it was refused, or is about what does not exist or no longer does; nothing
     *     was recorded then
     * @throws OutcomeUnknownException if the database was lost meanwhile, and it may or may not have been recorded
     * @throws NotYetVisible if it was recorded but this node does not show it in time
     */
    public void send(LedgerCommand command, Attribution attribution) {
        handled(command, attribution, null);
    }

    /**
     * The same with a write that belongs to the command, such as that of a secret, in the same transaction. It is run
     * again if the command has to be handled again.
     */
    public void send(LedgerCommand command, Attribution attribution, Runnable alongside) {
        handled(command, attribution, alongside);
    }

    /** The same for a command that is answered: by something of this type, and never by null. */
    public <T> T ask(LedgerCommand command, Attribution attribution, Class<T> answer) {
        return Objects.requireNonNull(answer.cast(handled(command, attribution, null)));
    }

    private @Nullable Object handled(LedgerCommand command, Attribution attribution, @Nullable Runnable alongside) {
        var message = GenericCommandMessage.asCommandMessage(command).withMetaData(attribution.toMetaData());
        var answer = new AtomicReference<@Nullable Object>();
        Runnable sending = () -> answer.set(gateway.sendAndWait(message));
        var attempt = handledEventually(alongside == null ? sending : () -> Alongside.of(alongside, sending));
        var appended = attempt.appended();
        long position;
        if (appended.isEmpty()) {
            // What changes nothing does so because of what others recorded, maybe just now; the sender is to see that
            // too.
            position = log.head();
        } else {
            attempt.awaitDurable();
            position = appended.getLast().position();
            if (fold.at().position() < position) {
                fold.take(appended);
            }
        }
        if (!fold.await(position, PATIENCE)) {
            throw new NotYetVisible(position);
        }
        return answer.get();
    }

    /**
     * Two commands may meet at one stream, or each at the name that the other gives up; the one that comes second is
     * handled again on what the first left. So is one that appended nothing, if it was decided on an aggregate that had
     * missed something.
     */
    private CommandAttempt handledEventually(Runnable handling) {
        try {
            return AGAIN.invoke(() -> handledOnce(handling));
        } catch (Outdated never) {
            throw refusal(never.refusal);
        }
    }

    private CommandAttempt handledOnce(Runnable handling) {
        var attempt = new CommandAttempt();
        try {
            attempt.run(handling);
        } catch (RuntimeException e) {
            // What the database may have taken might be recorded twice, or be refused because of itself.
            if (e instanceof OutcomeUnknownException || hasMet(e)) {
                throw e;
            }
            throw log.confirms(attempt) ? refusal(e) : new Outdated(e);
        }
        if (!log.confirms(attempt)) {
            throw new ConcurrencyException("The aggregate was changed meanwhile, again and again");
        }
        return attempt;
    }

    private static boolean hasMet(Throwable e) {
        return e instanceof ConcurrencyException
                || e instanceof AggregateStreamCreationException
                || e instanceof PessimisticLockingFailureException
                || e instanceof Outdated;
    }

    /** A refusal that was decided on an aggregate that had missed something. */
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
            case AggregateNotFoundException none ->
                refusals.missing(StreamName.kindOf(none.getAggregateIdentifier().toString()));
            case EndedException ended -> refusals.missing(ended.kind());
            default -> e;
        };
    }
}
