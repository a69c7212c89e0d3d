package dev.flagledger.command.organisation;

import dev.flagledger.api.Actor;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.Rejection.Invalid.Rule;
import dev.flagledger.api.event.OrganisationEvent;
import dev.flagledger.api.event.OrganisationEvent.MemberJoined;
import dev.flagledger.api.event.OrganisationEvent.MemberRemoved;
import dev.flagledger.api.event.OrganisationEvent.MemberRoleChanged;
import dev.flagledger.api.event.OrganisationEvent.OrganisationCreated;
import dev.flagledger.api.organisation.OrganisationCommand.AdmitMember;
import dev.flagledger.api.organisation.OrganisationCommand.ChangeMemberRole;
import dev.flagledger.api.organisation.OrganisationCommand.LeaveOrganisation;
import dev.flagledger.api.organisation.OrganisationCommand.RemoveMembers;
import dev.flagledger.api.organisation.OrganisationSettings;
import dev.flagledger.api.organisation.Role;
import dev.flagledger.ledger.log.Attribution;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;

class MembersTest {

    private static final int ANA = 1;
    private static final int BO = 2;
    private static final int CY = 3;
    private static final OrganisationCreated CREATED =
            new OrganisationCreated(2, new UUID(0, 2), new OrganisationSettings("Acme", null, false, false));
    private static final String LAST_ADMIN = new Rejection.Invalid(Rule.LAST_ADMIN).toString();

    private final FixtureConfiguration<Organisation> fixture = new AggregateTestFixture<>(Organisation.class);

    @Test
    void aUserIsAdmittedOnce() {
        fixture.given(CREATED, joined(ANA, Role.ADMIN))
                .when(new AdmitMember(2, BO, Role.USER))
                .expectEvents(joined(BO, Role.USER));
        fixture.given(CREATED, joined(ANA, Role.ADMIN))
                .when(new AdmitMember(2, ANA, Role.USER))
                .expectNoEvents();
    }

    @Test
    void aMemberWhoIsNotTheLastAdminIsRemoved() {
        removing(BO, joined(ANA, Role.ADMIN), joined(BO, Role.USER)).expectEvents(new MemberRemoved(2, BO));
        removing(ANA, joined(ANA, Role.ADMIN), joined(BO, Role.ADMIN)).expectEvents(new MemberRemoved(2, ANA));
    }

    @Test
    void theLastAdminIsNotRemoved() {
        removing(ANA, joined(ANA, Role.ADMIN)).expectException(Rejected.class).expectExceptionMessage(LAST_ADMIN);
        removing(ANA, joined(ANA, Role.ADMIN), joined(BO, Role.USER)).expectExceptionMessage(LAST_ADMIN);
        removing(ANA, joined(ANA, Role.ADMIN), joined(BO, Role.ADMIN), new MemberRemoved(2, BO))
                .expectExceptionMessage(LAST_ADMIN);
    }

    @Test
    void aNewAdminCounts() {
        removing(ANA, joined(ANA, Role.ADMIN), joined(BO, Role.USER), joined(BO, Role.ADMIN))
                .expectEvents(new MemberRemoved(2, ANA));
    }

    @Test
    void aMemberGetsAnotherRole() {
        given(joined(ANA, Role.ADMIN), joined(BO, Role.USER))
                .when(new ChangeMemberRole(2, BO, Role.ADMIN), by(ANA))
                .expectEvents(new MemberRoleChanged(2, BO, Role.ADMIN));
        given(joined(ANA, Role.ADMIN), joined(BO, Role.USER))
                .when(new ChangeMemberRole(2, BO, Role.USER), by(ANA))
                .expectNoEvents();
        given(joined(ANA, Role.ADMIN))
                .when(new ChangeMemberRole(2, BO, Role.USER), by(ANA))
                .expectExceptionMessage(new Rejection.Missing("FFAdminUser").toString());
    }

    @Test
    void theLastAdminStaysOne() {
        given(joined(ANA, Role.ADMIN), joined(BO, Role.USER))
                .when(new ChangeMemberRole(2, ANA, Role.USER), by(ANA))
                .expectExceptionMessage(LAST_ADMIN);
        given(joined(ANA, Role.ADMIN), joined(BO, Role.USER), new MemberRoleChanged(2, BO, Role.ADMIN))
                .when(new ChangeMemberRole(2, ANA, Role.USER), by(ANA))
                .expectEvents(new MemberRoleChanged(2, ANA, Role.USER));
    }

    @Test
    void membersAreRemovedTogetherOrNot() {
        given(joined(ANA, Role.ADMIN), joined(BO, Role.USER))
                .when(new RemoveMembers(2, Set.of(BO, 77)), by(ANA))
                .expectEvents(new MemberRemoved(2, BO));
        given(joined(ANA, Role.ADMIN), joined(BO, Role.ADMIN))
                .when(new RemoveMembers(2, Set.of(ANA, BO)), by(ANA))
                .expectExceptionMessage(LAST_ADMIN);
    }

    @Test
    void whoIsNoAdminAnyMoreRemovesNobody() {
        var forbidden = new Rejection.Forbidden().toString();
        given(joined(ANA, Role.ADMIN), joined(BO, Role.ADMIN), joined(CY, Role.ADMIN), new MemberRemoved(2, BO))
                .when(new RemoveMembers(2, Set.of(ANA)), by(BO))
                .expectExceptionMessage(forbidden);
        given(joined(ANA, Role.ADMIN), joined(BO, Role.USER))
                .when(new ChangeMemberRole(2, BO, Role.ADMIN), by(BO))
                .expectExceptionMessage(forbidden);
    }

    @Test
    void aMemberLeaves() {
        given(joined(ANA, Role.ADMIN), joined(BO, Role.USER))
                .when(new LeaveOrganisation(2, BO))
                .expectEvents(new MemberRemoved(2, BO));
        given(joined(ANA, Role.ADMIN), joined(BO, Role.USER))
                .when(new LeaveOrganisation(2, ANA))
                .expectExceptionMessage(LAST_ADMIN);
        given(joined(ANA, Role.ADMIN))
                .when(new LeaveOrganisation(2, BO))
                .expectExceptionMessage(new Rejection.Missing("FFAdminUser").toString());
    }

    /** Cy's account is deactivated. */
    @Test
    void anAdminWhoCannotLogInIsNoneToRelyOn() {
        var inactive = Map.of("inactiveAccounts", Set.of(CY));
        var byAna = new HashMap<String, Object>(by(ANA));
        byAna.putAll(inactive);
        given(joined(ANA, Role.ADMIN), joined(CY, Role.ADMIN))
                .when(new LeaveOrganisation(2, ANA), inactive)
                .expectExceptionMessage(LAST_ADMIN);
        given(joined(ANA, Role.ADMIN), joined(CY, Role.ADMIN))
                .when(new ChangeMemberRole(2, ANA, Role.USER), byAna)
                .expectExceptionMessage(LAST_ADMIN);
        given(joined(ANA, Role.ADMIN), joined(BO, Role.ADMIN), joined(CY, Role.ADMIN))
                .when(new RemoveMembers(2, Set.of(ANA, BO)), byAna)
                .expectExceptionMessage(LAST_ADMIN);
        given(joined(ANA, Role.ADMIN), joined(BO, Role.ADMIN), joined(CY, Role.ADMIN))
                .when(new LeaveOrganisation(2, ANA), inactive)
                .expectEvents(new MemberRemoved(2, ANA));
        given(joined(ANA, Role.ADMIN), joined(CY, Role.ADMIN))
                .when(new RemoveMembers(2, Set.of(CY)), byAna)
                .expectEvents(new MemberRemoved(2, CY));
    }

    @Test
    void whoIsAMemberKeepsTheirRoleWhenTheyJoinAgain() {
        given(joined(ANA, Role.ADMIN), joined(BO, Role.USER))
                .whenInvoking("organisation-2", organisation -> organisation.admit(2, BO, Role.ADMIN, List.of()))
                .expectNoEvents();
        given(joined(ANA, Role.ADMIN))
                .whenInvoking("organisation-2", organisation -> organisation.admit(2, BO, Role.ADMIN, List.of()))
                .expectEvents(joined(BO, Role.ADMIN));
    }

    private TestExecutor<Organisation> given(OrganisationEvent... members) {
        return fixture.given(CREATED).andGiven((Object[]) members);
    }

    private static Map<String, ?> by(int user) {
        return new Attribution(Actor.user(user, "admin@ex.test"), "r-1", null, null, null).toMetaData();
    }

    private ResultValidator<Organisation> removing(int user, OrganisationEvent... members) {
        return fixture.given(CREATED)
                .andGiven((Object[]) members)
                .whenInvoking("organisation-2", organisation -> organisation.remove(2, user, Set.of()));
    }

    private static MemberJoined joined(int user, Role role) {
        return new MemberJoined(2, user, role);
    }
}
