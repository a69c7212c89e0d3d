package dev.flagledger.engine.state.organisation;

import static dev.flagledger.engine.Shop.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.api.event.ErasureEvent.IdentityErased;
import dev.flagledger.api.event.ErasureEvent.UserErased;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyChanged;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyCreated;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyRevoked;
import dev.flagledger.api.event.OrganisationEvent.MemberJoined;
import dev.flagledger.api.event.OrganisationEvent.MemberRemoved;
import dev.flagledger.api.event.OrganisationEvent.OrganisationChanged;
import dev.flagledger.api.event.OrganisationEvent.OrganisationDeleted;
import dev.flagledger.api.event.UserEvent.UserLoggedIn;
import dev.flagledger.api.event.UserEvent.UserLoggedOut;
import dev.flagledger.api.event.UserEvent.UserLoginFailed;
import dev.flagledger.api.event.UserEvent.UserLoginLocked;
import dev.flagledger.api.event.UserEvent.UserRenamed;
import dev.flagledger.api.login.LoginWay;
import dev.flagledger.api.organisation.OrganisationSettings;
import dev.flagledger.api.organisation.Role;
import dev.flagledger.api.user.Origin;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.Wares;
import dev.flagledger.engine.state.organisation.Organisation.IssuedKey;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Users and the organisations that they are in. */
class PeopleTest {

    private final History history = Shop.open();

    @Test
    void theOrganisationsOfAUserAreThoseThatHaveThemAsAMember() {
        var state = Shop.open().state();

        assertThat(state.organisationsOf(Shop.ANA)).containsExactly(Shop.ORGANISATION);
        assertThat(state.organisationsOf(404)).isEmpty();
    }

    @Test
    void anErasedUserKeepsDatesOnly() {
        history.then(new UserLoggedIn(Shop.BO, LoginWay.EMAIL));
        var lastLogin = history.last().at();

        history.then(new UserErased(id(70), Shop.BO, List.of(Shop.ORGANISATION)));
        assertThat(user())
                .isEqualTo(new User(
                        Shop.BO,
                        id(2),
                        "erased",
                        "erased",
                        "erased",
                        History.at(2),
                        lastLogin,
                        new Standing(Standing.Status.DEACTIVATED, false, null, Origin.ORDINARY)));
        assertThat(user().hasBeenErased()).isTrue();

        history.then(new UserRenamed(Shop.BO, "Bob", "Rey"));
        assertThat(user().firstName()).as("what was recorded at that moment").isEqualTo("erased");
    }

    @Test
    void theErasureOfAnIdentityChangesNoState() {
        var before = history.state();

        assertThat(history.then(new IdentityErased(id(71), Shop.LIVE, Shop.USER_88))
                        .state())
                .isSameAs(before);
    }

    @ParameterizedTest
    @MethodSource("silentEvents")
    void loginFailuresDoNotChangeAUser(LedgerEvent event) {
        var before = user();

        history.then(event);
        assertThat(user()).isEqualTo(before);
    }

    static Stream<LedgerEvent> silentEvents() {
        return Stream.of(
                new UserLoginFailed(Shop.BO, LoginWay.EMAIL), new UserLoginLocked(Shop.BO), new UserLoggedOut(Shop.BO));
    }

    @Test
    void membersJoinLeaveAndChangeRoles() {
        history.then(new MemberJoined(Shop.ORGANISATION, Shop.BO, Role.ADMIN));
        assertThat(organisation().members()).containsEntry(Shop.BO, Role.ADMIN);

        history.then(new MemberRemoved(Shop.ORGANISATION, Shop.BO));
        assertThat(organisation().members()).containsOnlyKeys(Shop.ANA);
        assertThat(history.state().user(Shop.BO)).as("is a user still").isPresent();
    }

    @Test
    void aKeyIsFoundByItsPrefixAndKeepsItsCreator() {
        history.then(new ApiKeyCreated(Shop.ORGANISATION, Wares.apiKey(6, "terraform")));
        var made = history.last().at();

        history.then(new ApiKeyChanged(Shop.ORGANISATION, Wares.apiKey(6, "ci")));
        assertThat(organisation().keyOfPrefix("prefix6"))
                .contains(new IssuedKey(Wares.apiKey(6, "ci"), made, Shop.ANA));
        assertThat(organisation().keyOfPrefix("prefix7")).isEmpty();

        history.then(new ApiKeyRevoked(Shop.ORGANISATION, 6));
        assertThat(organisation().keyOfPrefix("prefix6")).isEmpty();
    }

    static Stream<LedgerEvent> eventsAboutWhatNeverWas() {
        return Stream.of(
                new UserErased(id(70), 99, List.of()),
                new OrganisationChanged(99, new OrganisationSettings("X", null, false, false)),
                new MemberRemoved(99, Shop.BO),
                new ApiKeyCreated(99, Wares.apiKey(6, "terraform")),
                new ApiKeyChanged(Shop.ORGANISATION, Wares.apiKey(6, "terraform")),
                new OrganisationDeleted(99));
    }

    @ParameterizedTest
    @MethodSource("eventsAboutWhatNeverWas")
    void unknownObjectsStopTheFold(LedgerEvent event) {
        assertThatThrownBy(() -> history.then(event))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("never introduced");
    }

    private User user() {
        return history.state().user(Shop.BO).orElseThrow();
    }

    private Organisation organisation() {
        return history.state().organisation(Shop.ORGANISATION).orElseThrow();
    }
}
