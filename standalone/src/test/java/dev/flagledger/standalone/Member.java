package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.OrganisationEvent.MemberJoined;
import dev.flagledger.api.organisation.OrganisationCommand;
import dev.flagledger.api.organisation.Role;
import dev.flagledger.ledger.history.History;
import dev.flagledger.ledger.log.store.EventLog;
import java.time.Duration;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.springframework.transaction.support.TransactionTemplate;

/** A member of an organisation who is not an admin. No route adds one, so the event is appended to the log. */
final class Member {

    private Member() {}

    static Api of(TestServer server, int organisation) {
        var member = server.api().newUser();
        join(server, organisation, id(member), Role.USER);
        return member;
    }

    /** Returns a member who may view the shop's project and its first environment. */
    static Api viewing(TestServer server, Shop shop) {
        var member = of(server, shop.organisation());
        Grants.view(shop, id(member));
        return member;
    }

    /** Adds a user to the organisation with a role. */
    static void join(TestServer server, int organisation, int user, Role role) {
        var joined = new MemberJoined(organisation, user, role);
        var stream = OrganisationCommand.streamOf(organisation);
        var store = server.part(EventStore.class);
        server.part(TransactionTemplate.class).executeWithoutResult(_ -> {
            long next = store.lastSequenceNumberFor(stream).orElseThrow() + 1;
            DefaultUnitOfWork.startAndGet(null)
                    .execute(
                            () -> store.publish(new GenericDomainEventMessage<>("organisation", stream, next, joined)));
        });
        var head = server.part(EventLog.class).head();
        assertThat(server.part(History.class).await(head, Duration.ofSeconds(30)))
                .isTrue();
    }

    static int id(Api user) {
        return user.get("auth/users/me/").ok().get("id").asInt();
    }
}
