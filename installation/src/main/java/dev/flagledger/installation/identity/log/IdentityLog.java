package dev.flagledger.installation.identity.log;

import dev.flagledger.api.Claim;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.event.IdentityEvent;
import dev.flagledger.api.event.IdentityEvent.IdentityCreated;
import dev.flagledger.api.event.IdentityEvent.IdentityDeleted;
import dev.flagledger.api.event.IdentityEvent.IdentityRenamed;
import dev.flagledger.api.event.IdentityEvent.TraitsChanged;
import dev.flagledger.api.identity.IdentityCommand;
import dev.flagledger.api.identity.IdentityCommand.CreateIdentity;
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
import java.util.stream.Stream;
import org.springframework.dao.DuplicateKeyException;

/**
 * Has identities do what they are asked to. Their rows are changed with the append, so whoever reads them afterwards, on
 * whatever node, sees what was done. It is durable when a method returns, or with the caller's transaction if there is one.
 */
public final class IdentityLog {

    /** What is said to be behind when others always come first. */
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

    /** {@code guard} is asked whether the actor may do what is asked for. */
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
     * Makes an identity known; empty if the environment has one that is called so.
     *
     * @throws Rejected if the actor may not, or the environment is no longer there
     */
    public Optional<IdentityState> create(CreateIdentity command, Attribution by) {
        guard.require(command, by);
        var event = IdentityDecisions.decide(command);
        return append(command, 0, event, by) ? Optional.of(IdentityState.of(event)) : Optional.empty();
    }

    /**
     * Has an identity do what it is asked to, and returns what it is then. One that is deleted is returned as it was.
     *
     * @throws Rejected if it refuses, or is not or no longer there
     * @throws NotCaughtUp if others always come first
     */
    public IdentityState handle(IdentityCommand command, Attribution by) {
        return handle(command, by, found(command));
    }

    /**
     * The same for an identity that was looked up before, maybe a while ago.
     */
    public IdentityState handle(IdentityCommand command, Attribution by, IdentityState known) {
        guard.require(command, by);
        var state = known;
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            var decided = IdentityDecisions.decide(state, command);
            if (decided.isEmpty()) {
                return state;
            }
            var event = decided.get();
            if (append(command, state.version() + 1, event, by)) {
                changes.changed(state.id());
                return evolved(state, event);
            }
            state = found(command);
        }
        throw new NotCaughtUp(REGISTER);
    }

    /** The identity as it was at an instant; empty if it was not yet there, or no longer. */
    public Optional<IdentityState> asOf(int environmentId, int identityId, Instant instant) {
        Optional<IdentityState> state = Optional.empty();
        for (var recorded : log.stream(IdentityCommand.streamOf(environmentId, identityId))) {
            if (recorded.at().isAfter(instant)) {
                return state;
            }
            var event = (IdentityEvent) recorded.event();
            state = switch (event) {
                case IdentityCreated e -> Optional.of(IdentityState.of(e));
                case IdentityDeleted _ -> Optional.empty();
                case IdentityRenamed _, TraitsChanged _ -> Optional.of(evolved(state.orElseThrow(), event));
            };
        }
        return state;
    }

    /** What an identity is and was called. */
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

    private static IdentityState evolved(IdentityState state, IdentityEvent event) {
        return switch (event) {
            case IdentityCreated e -> IdentityState.of(e);
            case IdentityRenamed e -> state.evolve(e);
            case TraitsChanged e -> state.evolve(e);
            case IdentityDeleted _ -> state;
        };
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
            throw new Rejected(new Rejection.Taken(Claim.Kind.IDENTIFIER));
        }
    }
}
