package dev.flagledger.command.erasure.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityCreated;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityDeleted;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityRenamed;
import dev.flagledger.api.event.UserEvent;
import dev.flagledger.api.event.UserEvent.UserLoggedIn;
import dev.flagledger.api.event.UserEvent.UserRegistered;
import dev.flagledger.api.event.UserEvent.UserRenamed;
import dev.flagledger.api.identity.IdentityCommand;
import dev.flagledger.api.login.LoginWay;
import dev.flagledger.api.user.UserCommand;
import java.util.UUID;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.Test;

class KnownNamesTest {

    private static final int ANA = 1;

    private final EmbeddedEventStore store = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final KnownNames names = new KnownNames(store);

    @Test
    void somebodyIsKnownByTheirAddressAndByEveryNameThatTheyHad() {
        happened(
                new UserRegistered(ANA, new UUID(0, 1), "ana@example.test", "Ana", "Lee"),
                new UserLoggedIn(ANA, LoginWay.EMAIL),
                new UserRenamed(ANA, "Ana", "Ray"),
                new UserRenamed(ANA, "Ana", "Lee"));

        assertThat(names.ofUser(ANA)).containsExactly("ana@example.test", "Ana Lee", "Ana Ray");
    }

    /** They would match too much. */
    @Test
    void halfANameIsNone() {
        happened(
                new UserRegistered(ANA, new UUID(0, 1), "ana@example.test", "Ana", " "),
                new UserRenamed(ANA, "", "Lee"));

        assertThat(names.ofUser(ANA)).containsExactly("ana@example.test");
    }

    @Test
    void nobodyElsesNamesAreTheirs() {
        happened(new UserRegistered(ANA, new UUID(0, 1), "ana@example.test", "Ana", "Lee"));

        assertThat(names.ofUser(2)).isEmpty();
    }

    @Test
    void anIdentityIsKnownByEveryIdentifierThatTheTeamSaw() {
        var stream = IdentityCommand.streamOf(5, 88);
        store.publish(
                new GenericDomainEventMessage<>("identity", stream, 0, new ManagedIdentityCreated(5, 88, "bob")),
                new GenericDomainEventMessage<>("identity", stream, 1, new ManagedIdentityRenamed(5, 88, "rob")),
                new GenericDomainEventMessage<>("identity", stream, 2, new ManagedIdentityDeleted(5, 88)));

        assertThat(names.ofIdentity(5, 88)).containsExactly("bob", "rob");
        assertThat(names.ofIdentity(5, 89)).isEmpty();
    }

    private void happened(UserEvent... events) {
        for (int place = 0; place < events.length; place++) {
            store.publish(new GenericDomainEventMessage<>("user", UserCommand.streamOf(ANA), place, events[place]));
        }
    }
}
