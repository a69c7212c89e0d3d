package dev.flagledger.command.invite;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.Rejection.Invalid.Rule;
import dev.flagledger.api.event.InviteEvent.InviteAccepted;
import dev.flagledger.api.event.InviteEvent.InviteCreated;
import dev.flagledger.api.event.InviteEvent.InviteDeleted;
import dev.flagledger.api.event.InviteEvent.InviteRepeated;
import dev.flagledger.api.invite.InviteCommand.AcceptInvite;
import dev.flagledger.api.invite.InviteCommand.CreateInvite;
import dev.flagledger.api.invite.InviteCommand.DeleteInvite;
import dev.flagledger.api.invite.InviteCommand.ResendInvite;
import dev.flagledger.api.organisation.Role;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class InviteTest {

    private static final InviteCreated CREATED = new InviteCreated(2, 8, 7, "bo@ex.test", Role.USER, List.of(5));

    private final FixtureConfiguration<Invite> fixture = new AggregateTestFixture<>(Invite.class);

    @Test
    void aPersonIsInvited() {
        fixture.givenNoPriorActivity()
                .when(new CreateInvite(2, 8, 7, "bo@ex.test", Role.USER, List.of(5)))
                .expectEvents(CREATED);
    }

    @Test
    void anInviteIsSentAgainOrDeletedByItsOrganisation() {
        fixture.given(CREATED).when(new ResendInvite(2, 8)).expectEvents(new InviteRepeated(2, 8));
        fixture.given(CREATED).when(new DeleteInvite(2, 8)).expectEvents(new InviteDeleted(2, 8));
    }

    @Test
    void anInviteOfAnotherOrganisationIsMissing() {
        var missing = new Rejection.Missing("Invite").toString();
        fixture.given(CREATED)
                .when(new ResendInvite(3, 8))
                .expectException(Rejected.class)
                .expectExceptionMessage(missing);
        fixture.given(CREATED).when(new DeleteInvite(3, 8)).expectExceptionMessage(missing);
    }

    @Test
    void theInvitedPersonAccepts() {
        fixture.given(CREATED)
                .whenInvoking("invite-8", invite -> invite.accept(new AcceptInvite(8, 9, "Bo@Ex.test")))
                .expectEvents(new InviteAccepted(2, 8, 9));
    }

    @Test
    void nobodyElseAccepts() {
        fixture.given(CREATED)
                .whenInvoking("invite-8", invite -> invite.accept(new AcceptInvite(8, 9, "eve@ex.test")))
                .expectException(Rejected.class)
                .expectExceptionMessage(new Rejection.Invalid(Rule.INVITED_ADDRESS).toString());
    }
}
