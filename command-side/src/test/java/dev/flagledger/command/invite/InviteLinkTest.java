package dev.flagledger.command.invite;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.Rejection.Invalid.Rule;
import dev.flagledger.api.event.InviteEvent.InviteLinkCreated;
import dev.flagledger.api.event.InviteEvent.InviteLinkDeleted;
import dev.flagledger.api.event.InviteEvent.InviteLinkUsed;
import dev.flagledger.api.invite.InviteLinkCommand.CreateInviteLink;
import dev.flagledger.api.invite.InviteLinkCommand.DeleteInviteLink;
import dev.flagledger.api.organisation.Role;
import java.time.Instant;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class InviteLinkTest {

    private static final Instant END = Instant.parse("2031-01-02T00:00:00Z");
    private static final InviteLinkCreated CREATED = new InviteLinkCreated(2, 9, Role.ADMIN, END);

    private final FixtureConfiguration<InviteLink> fixture = new AggregateTestFixture<>(InviteLink.class);

    @Test
    void aLinkIsCreatedAndDeleted() {
        fixture.givenNoPriorActivity()
                .when(new CreateInviteLink(2, 9, Role.ADMIN, END))
                .expectEvents(CREATED);
        fixture.given(CREATED).when(new DeleteInviteLink(2, 9)).expectEvents(new InviteLinkDeleted(2, 9));
        fixture.given(CREATED)
                .when(new DeleteInviteLink(3, 9))
                .expectExceptionMessage(new Rejection.Missing("InviteLink").toString());
    }

    @Test
    void aLinkIsUsedUntilItExpires() {
        fixture.given(CREATED)
                .whenInvoking(
                        "link-9",
                        link -> link.used(link.offered(END.minusNanos(1)).linkId()))
                .expectEvents(new InviteLinkUsed(2, 9, 9));
        fixture.given(CREATED)
                .whenInvoking("link-9", link -> link.offered(END))
                .expectException(Rejected.class)
                .expectExceptionMessage(new Rejection.Invalid(Rule.INVITE_EXPIRED).toString());
    }
}
