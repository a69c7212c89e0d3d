package dev.flagledger.command.erasure.search;

import dev.flagledger.api.event.AccountEvent;
import dev.flagledger.api.event.AccountEvent.EmailChanged;
import dev.flagledger.api.event.FactorEvent;
import dev.flagledger.api.event.LoginLinkEvent;
import dev.flagledger.api.event.ManagedIdentityEvent;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideCreated;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideRemoved;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideUpdated;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityCreated;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityDeleted;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityRenamed;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedTraitsChanged;
import dev.flagledger.api.event.SessionEvent;
import dev.flagledger.api.event.UserEvent;
import dev.flagledger.api.event.UserEvent.UserLoggedIn;
import dev.flagledger.api.event.UserEvent.UserLoggedOut;
import dev.flagledger.api.event.UserEvent.UserLoginFailed;
import dev.flagledger.api.event.UserEvent.UserLoginLocked;
import dev.flagledger.api.event.UserEvent.UserRegistered;
import dev.flagledger.api.event.UserEvent.UserRenamed;
import dev.flagledger.api.identity.IdentityCommand;
import dev.flagledger.api.user.UserCommand;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/** Finds the names by which a user or an identity is or was known. Must be called before the erasure. */
@Component
public class KnownNames {

    private final EventStore store;

    KnownNames(EventStore store) {
        this.store = store;
    }

    /**
     * All e-mail addresses and full names of the user. Names with only one part are left out: they match too much.
     */
    public List<String> ofUser(int userId) {
        return store.readEvents(UserCommand.streamOf(userId))
                .asStream()
                .flatMap(event -> switch ((UserEvent) event.getPayload()) {
                    case UserRegistered e -> Stream.concat(Stream.of(e.email()), full(e.firstName(), e.lastName()));
                    case UserRenamed e -> full(e.firstName(), e.lastName());
                    case EmailChanged e -> Stream.of(e.email());
                    case AccountEvent _ -> Stream.<String>empty();
                    case UserLoggedIn _, UserLoginFailed _, UserLoginLocked _, UserLoggedOut _, LoginLinkEvent _ ->
                        Stream.<String>empty();
                    case FactorEvent _, SessionEvent _ -> Stream.<String>empty();
                })
                .distinct()
                .toList();
    }

    /** All identifiers of the identity in the configuration log, which has none of those that no member of the team touched. */
    public Stream<String> ofIdentity(int environmentId, int identityId) {
        return store.readEvents(IdentityCommand.streamOf(environmentId, identityId))
                .asStream()
                .flatMap(event -> switch ((ManagedIdentityEvent) event.getPayload()) {
                    case ManagedIdentityCreated e -> Stream.of(e.identifier());
                    case ManagedIdentityRenamed e -> Stream.of(e.identifier());
                    case IdentityOverrideCreated e -> Stream.of(e.identifier());
                    case ManagedTraitsChanged _, IdentityOverrideUpdated _, IdentityOverrideRemoved _ ->
                        Stream.<String>empty();
                    case ManagedIdentityDeleted _ -> Stream.<String>empty();
                })
                .distinct();
    }

    private static Stream<String> full(String first, String last) {
        return first.isBlank() || last.isBlank() ? Stream.empty() : Stream.of(first + " " + last);
    }
}
