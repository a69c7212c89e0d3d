package dev.flagledger.command.organisation;

import dev.flagledger.api.Rejection;
import dev.flagledger.api.Rejection.Invalid.Rule;
import dev.flagledger.api.event.GroupEvent.GroupCreated;
import dev.flagledger.api.event.GroupEvent.GroupMembersAdded;
import dev.flagledger.api.event.GroupEvent.GroupMembersRemoved;
import dev.flagledger.api.event.OrganisationEvent.MemberJoined;
import dev.flagledger.api.event.OrganisationEvent.OrganisationCreated;
import dev.flagledger.api.event.ScimEvent.ScimConnected;
import dev.flagledger.api.event.ScimEvent.ScimDisconnected;
import dev.flagledger.api.event.ScimEvent.ScimGroupFilled;
import dev.flagledger.api.event.ScimEvent.ScimPersonForgotten;
import dev.flagledger.api.event.ScimEvent.ScimPersonRecorded;
import dev.flagledger.api.event.ScimEvent.ScimTokenChanged;
import dev.flagledger.api.group.GroupDetails;
import dev.flagledger.api.organisation.OrganisationCommand.AdmitMember;
import dev.flagledger.api.organisation.OrganisationSettings;
import dev.flagledger.api.organisation.Role;
import dev.flagledger.api.scim.ScimCommand.ChangeScimToken;
import dev.flagledger.api.scim.ScimCommand.ConnectScim;
import dev.flagledger.api.scim.ScimCommand.DisconnectScim;
import dev.flagledger.api.scim.ScimCommand.FillGroup;
import dev.flagledger.api.scim.ScimCommand.ForgetPerson;
import dev.flagledger.api.scim.ScimCommand.RecordPerson;
import dev.flagledger.api.scim.ScimPerson;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class OrganisationScimTest {

    private static final OrganisationCreated CREATED =
            new OrganisationCreated(2, new UUID(0, 2), new OrganisationSettings("Acme", null, false, false));
    private static final MemberJoined ADMIN = new MemberJoined(2, 3, Role.ADMIN);
    private static final ScimConnected CONNECTED = new ScimConnected(2);
    private static final ScimPerson BO = new ScimPerson(5, "bo@example.test", "x", false);
    private static final ScimPersonRecorded RECORDED = new ScimPersonRecorded(2, 5, "bo@example.test", "x", false);
    private static final GroupCreated GROUP = new GroupCreated(2, 7, new GroupDetails("Ops", false, "ops"));

    private final FixtureConfiguration<Organisation> fixture = new AggregateTestFixture<>(Organisation.class);

    @Test
    void oneDirectoryIsConnected() {
        fixture.given(CREATED).when(new ConnectScim(2)).expectEvents(CONNECTED);
        fixture.given(CREATED, CONNECTED)
                .when(new ConnectScim(2))
                .expectExceptionMessage(new Rejection.Invalid(Rule.SCIM_CONNECTED).toString());
        fixture.given(CREATED, CONNECTED).when(new ChangeScimToken(2)).expectEvents(new ScimTokenChanged(2));
        fixture.given(CREATED, CONNECTED).when(new DisconnectScim(2)).expectEvents(new ScimDisconnected(2));
        fixture.given(CREATED)
                .when(new DisconnectScim(2))
                .expectExceptionMessage(new Rejection.Missing("ScimConfiguration").toString());
    }

    @Test
    void whatIsKnownIsNotRecordedAgain() {
        fixture.given(CREATED, CONNECTED).when(new RecordPerson(2, BO)).expectEvents(RECORDED);
        fixture.given(CREATED, CONNECTED, RECORDED)
                .when(new RecordPerson(2, BO))
                .expectNoEvents();
        fixture.given(CREATED, CONNECTED, RECORDED)
                .when(new ForgetPerson(2, 5))
                .expectEvents(new ScimPersonForgotten(2, 5));
        fixture.given(CREATED, CONNECTED).when(new ForgetPerson(2, 5)).expectNoEvents();
    }

    @Test
    void membersJoinAGroupAtOnceAndOthersWithTheOrganisation() {
        fixture.given(CREATED, ADMIN, CONNECTED, RECORDED, GROUP)
                .when(new FillGroup(2, 7, Set.of(3, 5), Set.of()))
                .expectEvents(
                        new ScimGroupFilled(2, 7, List.of(3, 5), List.of()), new GroupMembersAdded(2, 7, List.of(3)));
        fixture.given(CREATED, ADMIN, CONNECTED, RECORDED, GROUP, new ScimGroupFilled(2, 7, List.of(5), List.of()))
                .when(new AdmitMember(2, 5, Role.USER))
                .expectEvents(new MemberJoined(2, 5, Role.USER), new GroupMembersAdded(2, 7, List.of(5)));
    }

    @Test
    void whoWasTakenOutOfAGroupByHandDoesNotReturnToIt() {
        fixture.given(
                        CREATED,
                        ADMIN,
                        CONNECTED,
                        RECORDED,
                        GROUP,
                        new ScimGroupFilled(2, 7, List.of(5), List.of()),
                        new GroupMembersRemoved(2, 7, List.of(5)))
                .when(new AdmitMember(2, 5, Role.USER))
                .expectEvents(new MemberJoined(2, 5, Role.USER));
    }

    @Test
    void strangersAreInNoGroup() {
        fixture.given(CREATED, ADMIN, CONNECTED, GROUP)
                .when(new FillGroup(2, 7, Set.of(5), Set.of()))
                .expectExceptionMessage(new Rejection.Missing("FFAdminUser").toString());
    }
}
