package dev.flagledger.command.organisation;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.Rejection.Invalid.Rule;
import dev.flagledger.api.event.OrganisationEvent;
import dev.flagledger.api.event.OrganisationEvent.MemberJoined;
import dev.flagledger.api.event.OrganisationEvent.MemberRemoved;
import dev.flagledger.api.event.OrganisationEvent.OrganisationCreated;
import dev.flagledger.api.organisation.OrganisationCommand.AdmitMember;
import dev.flagledger.api.organisation.OrganisationSettings;
import dev.flagledger.api.organisation.Role;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;

class MembersTest {

    private static final int ANA = 1;
    private static final int BO = 2;
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

    private ResultValidator<Organisation> removing(int user, OrganisationEvent... members) {
        return fixture.given(CREATED)
                .andGiven((Object[]) members)
                .whenInvoking("organisation-2", organisation -> organisation.remove(2, user));
    }

    private static MemberJoined joined(int user, Role role) {
        return new MemberJoined(2, user, role);
    }
}
