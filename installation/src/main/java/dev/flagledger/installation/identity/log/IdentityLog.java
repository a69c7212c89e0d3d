package dev.flagledger.installation.identity.log;

import dev.flagledger.api.Claim;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.event.EventScope;
import dev.flagledger.api.event.IdentityEvent;
import dev.flagledger.api.event.IdentityEvent.IdentityCreated;
import dev.flagledger.api.event.IdentityEvent.IdentityDeleted;
import dev.flagledger.api.event.IdentityEvent.IdentityRenamed;
import dev.flagledger.api.event.IdentityEvent.TraitsChanged;
import dev.flagledger.api.identity.IdentityCommand;
import dev.flagledger.api.identity.IdentityCommand.CreateIdentity;
import dev.flagledger.api.identity.IdentityCommand.OfTraits;
import dev.flagledger.installation.identity.log.row.KnownIdentityRows;
import dev.flagledger.installation.identity.log.row.NewIdentityRows;
import dev.flagledger.ledger.command.CommandGuard;
import dev.flagledger.ledger.command.Refusals;
import dev.flagledger.ledger.log.Attribution;
import dev.flagledger.ledger.log.EndedException;
import dev.flagledger.ledger.log.stream.StreamAppender;
import dev.flagledger.ledger.log.stream.StreamLog;
import dev.flagledger.ledger.projection.NotCaughtUp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Handles commands about identities. The rows are changed by the appending statement, so that subsequent reads on any
 * node see the change. It is durable when the method returns, or when the caller's transaction commits.
 */
public final class IdentityLog {

    /** Name used in the message if concurrent changes always win. */
    public static final String REGISTER = "The register of identities";

    private static final int ATTEMPTS = 20;

    private final StreamLog log;
    private final StreamAppender<IdentityCreated> created;
    private final StreamAppender<TraitsChanged> changed;
    private final StreamAppender<IdentityRenamed> renamed;
    private final StreamAppender<IdentityDeleted> deleted;
    private final IdentityReader reader;
    private final CommandGuard guard;
    private final IdentityChanges changes;
    private final Refusals refusals;

    /** Creates the log; {@code guard} checks permissions. */
    public IdentityLog(
            StreamLog log, IdentityReader reader, CommandGuard guard, IdentityChanges changes, Refusals refusals) {
        this.log = log;
        this.created = log.appender(new NewIdentityRows());
        this.changed = log.appender(KnownIdentityRows.CHANGED);
        this.renamed = log.appender(KnownIdentityRows.RENAMED);
        this.deleted = log.appender(KnownIdentityRows.DELETED);
        this.reader = reader;
        this.guard = guard;
        this.changes = changes;
        this.refusals = refusals;
    }

    /**
     * Creates an identity; returns empty if the identifier exists in the environment.
     *
     * @throws Rejected if the actor lacks the permission, or the environment was deleted
     */
    public Optional<IdentityState> create(CreateIdentity command, Attribution by) {
        guard.require(command, by);
        var event = IdentityDecisions.decide(command);
        return append(command, 0, event, by) ? Optional.of(IdentityState.of(event)) : Optional.empty();
    }

    /**
     * Creates an identity in an environment that the caller's transaction creates. Permissions on the environment cannot be checked
     * before it is there.
     *
     * @param scope of the identity
     */
    public void createFirst(CreateIdentity command, EventScope scope, Attribution by) {
        if (!created.appendFirst(command.aggregateId(), IdentityDecisions.decide(command), scope, by)) {
            throw new Rejected(new Rejection.Taken(Claim.Kind.IDENTIFIER));
        }
    }

    /**
     * Handles a command and returns the resulting state, or the last one of a deleted identity.
     *
     * @throws Rejected if the command is invalid, or the identity does not exist
     * @throws NotCaughtUp if concurrent changes win at every attempt
     */
    public IdentityState handle(IdentityCommand command, Attribution by) {
        return handle(command, by, found(command));
    }

    /** Like {@link #handle(IdentityCommand, Attribution)}; returns what changed of the traits, or empty if nothing did. */
    public Optional<TraitsChanged> traitsChanged(OfTraits command, Attribution by) {
        return handled(command, by, found(command), state -> IdentityDecisions.traits(state, command))
                .event();
    }

    /** Like {@link #handle(IdentityCommand, Attribution)}, starting from a state that was read earlier. */
    public IdentityState handle(IdentityCommand command, Attribution by, IdentityState known) {
        return handled(command, by, known, state -> IdentityDecisions.decide(state, command))
                .state();
    }

    private record Handled<E extends IdentityEvent>(IdentityState state, Optional<E> event) {}

    private <E extends IdentityEvent> Handled<E> handled(
            IdentityCommand command,
            Attribution by,
            IdentityState known,
            Function<IdentityState, Optional<E>> decision) {
        guard.require(command, by);
        var state = known;
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            var decided = decision.apply(state);
            if (decided.isEmpty()) {
                return new Handled<>(state, decided);
            }
            var event = decided.get();
            if (append(command, state.version() + 1, event, by)) {
                changes.changed(state.id());
                return new Handled<>(
                        IdentityFold.after(Optional.of(state), event).orElse(state), decided);
            }
            state = found(command);
        }
        throw new NotCaughtUp(REGISTER);
    }

    /** Returns the identity as of an instant; empty if it did not exist then. */
    public Optional<IdentityState> asOf(int environmentId, int identityId, Instant instant) {
        Optional<IdentityState> state = Optional.empty();
        for (var recorded : log.stream(IdentityCommand.streamOf(environmentId, identityId))) {
            if (recorded.at().isAfter(instant)) {
                return state;
            }
            state = IdentityFold.after(state, (IdentityEvent) recorded.event());
        }
        return state;
    }

    /** Returns the last state with all traits, also of a deleted identity; empty if there is none. */
    public Optional<IdentityState> last(int environmentId, int identityId) {
        return IdentityFold.beforeDeletion(log.stream(IdentityCommand.streamOf(environmentId, identityId)));
    }

    /** Returns all identifiers that an identity has had. */
    public List<String> identifiers(int environmentId, int identityId) {
        return log.stream(IdentityCommand.streamOf(environmentId, identityId)).stream()
                .flatMap(recorded -> switch ((IdentityEvent) recorded.event()) {
                    case IdentityCreated e -> Stream.of(e.identifier());
                    case IdentityRenamed e -> Stream.of(e.identifier());
                    case TraitsChanged _, IdentityDeleted _ -> Stream.<String>empty();
                })
                .distinct()
                .toList();
    }

    private IdentityState found(IdentityCommand command) {
        return reader.find(command.environmentId(), command.identityId())
                .orElseThrow(() -> new Rejected(new Rejection.Missing("Identity")));
    }

    private boolean append(IdentityCommand command, long sequence, IdentityEvent event, Attribution by) {
        var stream = command.aggregateId();
        try {
            return switch (event) {
                case IdentityCreated e -> created.append(stream, sequence, e, by);
                case IdentityRenamed e -> renamed.append(stream, sequence, e, by);
                case TraitsChanged e -> changed.append(stream, sequence, e, by);
                case IdentityDeleted e -> deleted.append(stream, sequence, e, by);
            };
        } catch (EndedException e) {
            throw refusals.missing(e.kind());
        } catch (DuplicateKeyException _) {
            if (event instanceof TraitsChanged) {
                return supersededUnlessInTransaction();
            }
            throw new Rejected(new Rejection.Taken(Claim.Kind.IDENTIFIER));
        }
    }

    /** The rows are others than the state says, of the same version: they were rebuilt meanwhile. The failure ends a transaction. */
    private static boolean supersededUnlessInTransaction() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new NotCaughtUp(REGISTER);
        }
        return false;
    }
}
