package dev.flagledger.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.Actor;
import dev.flagledger.api.Origin;
import dev.flagledger.api.Subject;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityCreated;
import dev.flagledger.api.event.OrganisationEvent.MemberRemoved;
import dev.flagledger.api.event.RecordedEvent;
import dev.flagledger.api.event.UserEvent.UserLoggedIn;
import dev.flagledger.api.login.LoginWay;
import dev.flagledger.contract.audit.event.AuditLines;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import dev.flagledger.query.audit.row.AuditModel;
import dev.flagledger.query.audit.row.EventRow;
import dev.flagledger.query.audit.row.EventRows;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Rows of events are stored, and redacted when a person is erased. */
class EventTableTest {

    private static final Actor ANA = Actor.user(Shop.ANA, "ana@example.test");
    private static final Origin ORIGIN = new Origin(new UUID(1, 2), "r-1", "192.0.2.7", "curl/8", "because");

    private final AuditNode node = new AuditNode();

    @Test
    void aRowHasAllThatIsKnownOfAnEvent() {
        node.run(lines -> {
            lines.events()
                    .append(List.of(row(20, ANA, new MemberRemoved(Shop.ORGANISATION, Shop.BO))), AuditModel.EVENTS);

            assertThat(lines.event(20))
                    .containsEntry("event_id", new UUID(1, 2))
                    .containsEntry("type", "organisation.member-removed")
                    .containsEntry("action", "delete")
                    .containsEntry("organisation_id", Shop.ORGANISATION)
                    .containsEntry("object", "organisation:3")
                    .containsEntry("actor_kind", "USER")
                    .containsEntry("actor_id", Shop.ANA)
                    .containsEntry("actor_name", "ana@example.test")
                    .containsEntry("address", "192.0.2.7")
                    .containsEntry("agent", "curl/8")
                    .containsEntry("request_id", "r-1")
                    .containsEntry("note", "because")
                    .containsEntry("summary", "Member removed: bo@example.test")
                    .containsEntry("difference", "[{\"field\":\"role\",\"old\":\"USER\",\"new\":null}]");
        });
    }

    @Test
    void anErasedAuthorHasNoNameNoAddressAndNoAgent() {
        node.run(lines -> {
            lines.events()
                    .append(List.of(row(20, ANA, new MemberRemoved(Shop.ORGANISATION, Shop.BO))), AuditModel.EVENTS);

            lines.events().erase(Subject.user(Shop.ANA), AuditModel.EVENTS);

            assertThat(lines.event(20))
                    .containsEntry("actor_name", "erased")
                    .containsEntry("address", "erased")
                    .containsEntry("agent", "erased")
                    .containsEntry("request_id", "r-1")
                    .containsEntry("summary", "Member removed: bo@example.test");
        });
    }

    @Test
    void anErasedMemberIsNotNamedAndTheAuthorIs() {
        node.run(lines -> {
            lines.events()
                    .append(List.of(row(20, ANA, new MemberRemoved(Shop.ORGANISATION, Shop.BO))), AuditModel.EVENTS);

            lines.events().erase(Subject.user(Shop.BO), AuditModel.EVENTS);

            assertThat(lines.event(20))
                    .containsEntry("summary", "Member removed: erased")
                    .containsEntry("address", "192.0.2.7")
                    .containsEntry("actor_name", "ana@example.test");
        });
    }

    /** Somebody who logs in is not an actor yet. */
    @Test
    void theAddressOfAnErasedLoginIsErased() {
        node.run(lines -> {
            lines.events()
                    .append(
                            List.of(row(20, Actor.ANONYMOUS, new UserLoggedIn(Shop.BO, LoginWay.EMAIL))),
                            AuditModel.EVENTS);

            lines.events().erase(Subject.user(Shop.BO), AuditModel.EVENTS);

            assertThat(lines.event(20))
                    .containsEntry("summary", "User logged in: erased")
                    .containsEntry("address", "erased")
                    .containsEntry("agent", "erased");
        });
    }

    @Test
    void onlyTheErasedIdentityIsRedacted() {
        node.run(lines -> {
            lines.events()
                    .append(
                            List.of(
                                    row(20, ANA, new ManagedIdentityCreated(Shop.LIVE, Shop.USER_88, "user-88")),
                                    row(21, ANA, new ManagedIdentityCreated(Shop.LIVE, 4212, "user-89"))),
                            AuditModel.EVENTS);

            lines.events().erase(Subject.identity(Shop.USER_88), AuditModel.EVENTS);

            assertThat(lines.event(20)).containsEntry("summary", "New Identity created: erased");
            assertThat(lines.event(20)).containsEntry("address", "192.0.2.7");
            assertThat(lines.event(21)).containsEntry("summary", "New Identity created: user-89");
        });
    }

    private static EventRow row(long position, Actor actor, LedgerEvent event) {
        var before = Shop.withBasket().state();
        var recorded = new RecordedEvent(position, History.at(position), actor, ORIGIN, event);
        var after = before.evolve(recorded);
        return EventRows.of(before, recorded, after, AuditLines.of(before, recorded, after));
    }
}
