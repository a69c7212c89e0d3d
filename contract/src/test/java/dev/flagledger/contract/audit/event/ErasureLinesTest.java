package dev.flagledger.contract.audit.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.EnvironmentEvent.EnvironmentDeleted;
import dev.flagledger.api.event.ErasureEvent.FormerIdentityErased;
import dev.flagledger.api.event.ErasureEvent.IdentityErased;
import dev.flagledger.api.event.ErasureEvent.InvitedPersonErased;
import dev.flagledger.api.event.ErasureEvent.UserErased;
import dev.flagledger.api.event.OrganisationEvent.MemberJoined;
import dev.flagledger.api.event.OrganisationEvent.OrganisationCreated;
import dev.flagledger.api.event.UserEvent.UserLoginLocked;
import dev.flagledger.api.organisation.OrganisationSettings;
import dev.flagledger.api.organisation.Role;
import dev.flagledger.contract.audit.line.AuditLine;
import dev.flagledger.contract.audit.line.AuditLine.ChangeType;
import dev.flagledger.contract.audit.line.AuditLine.Place;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import dev.flagledger.testing.Lines;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lines of persons, which are written into each organisation that they belong to. */
class ErasureLinesTest {

    private static final int OTHER = 30;

    private final History history = Shop.open()
            .then(
                    new OrganisationCreated(
                            OTHER, Shop.id(OTHER), new OrganisationSettings("Other", null, false, false)),
                    new MemberJoined(OTHER, Shop.BO, Role.USER));

    @Test
    void anErasedUserIsNamedByIdOnly() {
        history.then(new UserErased(Shop.id(70), Shop.BO, List.of(Shop.ORGANISATION, OTHER)));

        assertThat(Lines.of(history))
                .containsExactly(
                        erased("Personal data erased of user: 2", new Place(Shop.ORGANISATION, null, null)),
                        erased("Personal data erased of user: 2", new Place(OTHER, null, null)));
    }

    @Test
    void anErasedIdentityHasALineInItsEnvironment() {
        history.then(new IdentityErased(Shop.id(71), Shop.LIVE, Shop.USER_88));

        assertThat(Lines.of(history))
                .containsExactly(erased(
                        "Personal data erased of identity: 4211",
                        new Place(Shop.ORGANISATION, Shop.PROJECT, Shop.LIVE)));
    }

    @Test
    void anErasureInADeletedEnvironmentHasNoLine() {
        history.then(new EnvironmentDeleted(Shop.LIVE), new IdentityErased(Shop.id(71), Shop.LIVE, Shop.USER_88));

        assertThat(Lines.of(history)).isEmpty();
    }

    @Test
    void anErasedPersonWhoWasInvitedIsNamedByIdOnly() {
        history.then(new InvitedPersonErased(Shop.id(72), 31, List.of(OTHER)));

        assertThat(Lines.of(history))
                .containsExactly(erased("Personal data erased of user: 31", new Place(OTHER, null, null)));
    }

    @Test
    void aFormerIdentityHasALineInItsEnvironmentOrElseInTheOrganisation() {
        var event = new FormerIdentityErased(Shop.id(73), Shop.ORGANISATION, Shop.LIVE, Shop.USER_88);
        var log = "Personal data erased of identity: 4211";

        history.then(event);
        assertThat(Lines.of(history))
                .containsExactly(erased(log, new Place(Shop.ORGANISATION, Shop.PROJECT, Shop.LIVE)));
        history.then(new EnvironmentDeleted(Shop.LIVE), event);
        assertThat(Lines.of(history)).containsExactly(erased(log, new Place(Shop.ORGANISATION, null, null)));
    }

    @Test
    void aLockedLoginHasALineInEachOrganisationOfTheUser() {
        history.then(new UserLoginLocked(Shop.BO));

        assertThat(Lines.of(history))
                .allMatch(line -> line.log().equals("Logins refused after too many that failed: bo@example.test"))
                .extracting(line -> line.place().organisationId())
                .containsExactly(Shop.ORGANISATION, OTHER);
    }

    private static AuditLine erased(String log, Place place) {
        return new AuditLine(log, place, null, ChangeType.DELETE, List.of());
    }
}
