package dev.flagledger.query.audit.row;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.Subject;
import dev.flagledger.api.event.ErasureEvent.InvitedPersonErased;
import dev.flagledger.api.event.ErasureEvent.UserErased;
import dev.flagledger.api.event.FeatureEvent.FeatureDeleted;
import dev.flagledger.api.event.FlagEvent.SegmentPlaced;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideRemoved;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityCreated;
import dev.flagledger.api.event.OrganisationEvent.MemberJoined;
import dev.flagledger.api.event.OrganisationEvent.OrganisationCreated;
import dev.flagledger.api.event.SegmentEvent.SegmentDeleted;
import dev.flagledger.api.event.UserEvent.UserLoggedIn;
import dev.flagledger.api.event.UserEvent.UserRegistered;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.login.LoginWay;
import dev.flagledger.api.organisation.OrganisationSettings;
import dev.flagledger.api.organisation.Role;
import dev.flagledger.contract.view.audit.FieldChange;
import dev.flagledger.engine.Shop;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Scopes, objects, texts and differences of events. */
class EventRowsTest {

    @Test
    void aRowHasTheTextOfTheFirstLineAndTheChangesOfAll() {
        var row = Rows.of(Shop.withBasket().then(Shop.set(true, FeatureValue.of("red"))));

        assertThat(row.summary()).isEqualTo("Flag state updated for feature: basket_v2");
        assertThat(row.difference())
                .containsExactly(
                        new FieldChange("enabled", false, true), new FieldChange("string_value", "blue", "red"));
        assertThat(row.type()).isEqualTo("flag.state-updated");
        assertThat(row.action()).isEqualTo(Action.UPDATE);
        assertThat(row.scope().organisationId()).isEqualTo(Shop.ORGANISATION);
        assertThat(row.scope().projectId()).isEqualTo(Shop.PROJECT);
        assertThat(row.scope().environmentId()).isEqualTo(Shop.LIVE);
        assertThat(row.scope().object()).isEqualTo("feature:7");
        assertThat(row.objects().featureId()).isEqualTo(Shop.BASKET);
    }

    @Test
    void anEventOfAnAccountIsSeenInTheOrganisationOfItsUser() {
        var row = Rows.of(Shop.open().then(new UserLoggedIn(Shop.BO, LoginWay.EMAIL)));

        assertThat(row.summary()).isEqualTo("User logged in: bo@example.test");
        assertThat(row.scope().organisationId()).isEqualTo(Shop.ORGANISATION);
        assertThat(row.organisations()).isEmpty();
        assertThat(row.action()).isEqualTo(Action.OTHER);
        assertThat(requireNonNull(row.redaction()).log()).isEqualTo("User logged in: erased");
    }

    @Test
    void anEventOfAnAccountIsSeenInAllOrganisationsOfItsUser() {
        var row = Rows.of(Shop.open()
                .then(
                        new OrganisationCreated(30, Shop.id(30), new OrganisationSettings("Acme", null, false, false)),
                        new MemberJoined(30, Shop.BO, Role.USER),
                        new UserLoggedIn(Shop.BO, LoginWay.EMAIL)));

        assertThat(row.scope().organisationId()).isNull();
        assertThat(row.organisations()).containsExactly(Shop.ORGANISATION, 30);
    }

    @Test
    void aNewAccountIsSeenInNoOrganisation() {
        var row = Rows.of(Shop.open().then(new UserRegistered(9, Shop.id(9), "eve@example.test", "Eve", "Ray")));

        assertThat(row.summary()).isEqualTo("New User created: eve@example.test");
        assertThat(row.organisations()).isEmpty();
        assertThat(requireNonNull(row.redaction()).changes())
                .containsExactly(
                        new FieldChange("email", null, "erased"),
                        new FieldChange("first_name", null, "erased"),
                        new FieldChange("last_name", null, "erased"));
    }

    @Test
    void anErasureIsSeenInTheOrganisationsOfTheErased() {
        var row = Rows.of(Shop.open().then(new UserErased(Shop.id(90), Shop.BO, List.of(Shop.ORGANISATION, 40))));

        assertThat(row.summary()).isEqualTo("Personal data erased of user: 2");
        assertThat(row.organisations()).containsExactly(Shop.ORGANISATION, 40);
        assertThat(row.action()).isEqualTo(Action.DELETE);
    }

    @Test
    void anErasureOfSomebodyWhoWasInvitedIsSeenWhereTheyWere() {
        var row = Rows.of(Shop.open().then(new InvitedPersonErased(Shop.id(91), 31, List.of(Shop.ORGANISATION, 40))));

        assertThat(row.summary()).isEqualTo("Personal data erased of user: 31");
        assertThat(row.organisations()).containsExactly(Shop.ORGANISATION, 40);
    }

    @Test
    void theAddressOfARequestIsThatOfItsUser() {
        var created = Rows.of(Shop.open().then(new ManagedIdentityCreated(Shop.LIVE, Shop.USER_88, "user-88")));

        assertThat(created.originOf()).isEqualTo(Subject.user(Shop.ANA));
        assertThat(requireNonNull(created.redaction()).subject()).isEqualTo(Subject.identity(Shop.USER_88));
        assertThat(created.objects().identityId()).isEqualTo(Shop.USER_88);
    }

    @Test
    void anEventWithoutEffectSaysSo() {
        var history = Shop.withBasket().then(new FeatureDeleted(Shop.BASKET), Shop.set(true, FeatureValue.of("red")));

        assertThat(Rows.of(history).summary()).isEqualTo("Without effect: flag.state-updated of feature:7");
        assertThat(Rows.of(history).difference()).isEmpty();
    }

    @Test
    void theObjectsOfOverridesAreFilteredBy() {
        var placed = Rows.of(Shop.withBasket()
                .then(Shop.segment(), new SegmentPlaced(Shop.LIVE, Shop.BASKET, Shop.BETA, 30, Shop.id(30), 0)));
        assertThat(placed.objects().featureId()).isEqualTo(Shop.BASKET);
        assertThat(placed.objects().segmentId()).isEqualTo(Shop.BETA);

        var removed =
                Rows.of(Shop.withBasket().then(new IdentityOverrideRemoved(Shop.LIVE, Shop.USER_88, Shop.BASKET)));
        assertThat(removed.objects().featureId()).isEqualTo(Shop.BASKET);
        assertThat(removed.objects().identityId()).isEqualTo(Shop.USER_88);
    }

    @Test
    void aDeletedSegmentIsAboutTheFeatureThatItWasFor() {
        var row = Rows.of(Shop.withBasket()
                .then(Shop.segment(Shop.BETA, "beta users", Shop.BASKET), new SegmentDeleted(Shop.BETA)));

        assertThat(row.objects().featureId()).isEqualTo(Shop.BASKET);
        assertThat(row.objects().segmentId()).isEqualTo(Shop.BETA);
    }
}
