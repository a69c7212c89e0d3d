package dev.flagledger.engine.state;

import static dev.flagledger.engine.Shop.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.api.access.Scope;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentChanged;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentDeleted;
import dev.flagledger.api.event.FeatureEvent.FeatureChanged;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityCreated;
import dev.flagledger.api.event.OrganisationEvent.MemberJoined;
import dev.flagledger.api.event.OrganisationEvent.OrganisationChanged;
import dev.flagledger.api.event.ProjectEvent.ProjectChanged;
import dev.flagledger.api.event.UserEvent.UserLoggedIn;
import dev.flagledger.api.event.UserEvent.UserLoggedOut;
import dev.flagledger.api.event.UserEvent.UserRenamed;
import dev.flagledger.api.event.WebhookEvent.WebhookAdded;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.login.LoginWay;
import dev.flagledger.api.organisation.OrganisationSettings;
import dev.flagledger.api.organisation.Role;
import dev.flagledger.api.webhook.WebhookOwner;
import dev.flagledger.api.webhook.WebhookSettings;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.state.organisation.User;
import dev.flagledger.engine.state.project.Environment;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InstallationTest {

    @Test
    void aUserRegistersIsRenamedAndLogsIn() {
        var history = Shop.open().then(new UserRenamed(Shop.BO, "Bob", ""), new UserLoggedIn(Shop.BO, LoginWay.EMAIL));

        assertThat(history.state().user(Shop.BO))
                .contains(new User(
                        Shop.BO,
                        id(2),
                        "bo@example.test",
                        "Bob",
                        "",
                        History.at(2),
                        history.last().at()));
        assertThat(history.then(new UserLoggedOut(Shop.BO)).state().users().keySet())
                .containsExactly(Shop.ANA, Shop.BO);
    }

    @Test
    void aScopeIsInTheProjectOfItsObject() {
        var state = Shop.withBasket().state();
        var project = state.project(Shop.PROJECT);

        assertThat(project).isPresent();
        assertThat(state.projectOf(new Scope.OfProject(Shop.PROJECT))).isEqualTo(project);
        assertThat(state.projectOf(new Scope.OfEnvironment(Shop.STAGING))).isEqualTo(project);
    }

    static Stream<Scope> outsideOfProjects() {
        return Stream.of(
                new Scope.Everywhere(),
                new Scope.OfUser(Shop.ANA),
                new Scope.OfOrganisation(Shop.ORGANISATION),
                new Scope.OfProject(99),
                new Scope.OfEnvironment(99),
                new Scope.OfEnvironment(Shop.LIVE));
    }

    @ParameterizedTest
    @MethodSource("outsideOfProjects")
    void aWiderScopeOrADeletedObjectIsInNone(Scope scope) {
        var state = Shop.withBasket().then(new EnvironmentDeleted(Shop.LIVE)).state();

        assertThat(state.projectOf(scope)).isEmpty();
    }

    @Test
    void anOrganisationHasSettingsAndMembers() {
        var settings = new OrganisationSettings("Acme 2", "ops@example.test", true, true);
        var history = Shop.open()
                .then(
                        new OrganisationChanged(Shop.ORGANISATION, settings),
                        new MemberJoined(Shop.ORGANISATION, Shop.BO, Role.ADMIN));

        var organisation = history.state().organisation(Shop.ORGANISATION).orElseThrow();
        assertThat(organisation.settings()).isEqualTo(settings);
        assertThat(organisation.createdAt()).isEqualTo(History.at(3));
        assertThat(organisation.members()).containsOnlyKeys(Shop.ANA, Shop.BO).containsEntry(Shop.BO, Role.ADMIN);
    }

    @Test
    void changingProjectSettingsKeepsItsContents() {
        var before = Shop.withBasket();
        var held = before.state().project(Shop.PROJECT).orElseThrow();

        var project = before.then(new ProjectChanged(Shop.PROJECT, Shop.project(true)))
                .state()
                .project(Shop.PROJECT)
                .orElseThrow();
        assertThat(project.settings()).isEqualTo(Shop.project(true));
        assertThat(project.environments()).containsOnlyKeys(Shop.LIVE, Shop.STAGING);
        assertThat(project.environment(Shop.LIVE).flags())
                .isSameAs(held.environment(Shop.LIVE).flags());
        assertThat(project.features()).isSameAs(held.features());
    }

    @Test
    void anEnvironmentIsFoundByItsKeyExactly() {
        var shop = Shop.open().state();

        assertThat(shop.environmentOfKey("key-5").map(Environment::id)).contains(Shop.LIVE);
        assertThat(shop.environmentOfKey("KEY-5")).isEmpty();
        assertThat(shop.environmentOfKey("")).isEmpty();
    }

    @Test
    void aNewKeyReplacesTheOldOne() {
        var shop = Shop.open().then(new EnvironmentChanged(Shop.LIVE, Shop.settings("Live", "fresh")));

        assertThat(shop.state().environmentOfKey("fresh").map(Environment::id)).contains(Shop.LIVE);
        assertThat(shop.state().environmentOfKey("key-5")).isEmpty();
        assertThat(shop.state().environmentOfKey("key-6").map(Environment::id)).contains(Shop.STAGING);
    }

    @Test
    void aReleasedKeyCanBeReused() {
        var shop = Shop.open()
                .then(
                        new EnvironmentChanged(Shop.LIVE, Shop.settings("Live", "fresh")),
                        new EnvironmentChanged(Shop.STAGING, Shop.settings("Staging", "key-5")),
                        new EnvironmentChanged(Shop.LIVE, Shop.settings("Live", "fresher")));

        assertThat(shop.state().environmentOfKey("key-5").map(Environment::id)).contains(Shop.STAGING);
        assertThat(shop.state().environmentOfKey("fresher").map(Environment::id))
                .contains(Shop.LIVE);
    }

    @Test
    void aFeatureKeepsItsNameAndDefaultsWhenItsDetailsChange() {
        var details = Shop.details(null, true, true);
        var feature = Shop.withBasket()
                .then(new FeatureChanged(Shop.BASKET, details))
                .state()
                .project(Shop.PROJECT)
                .orElseThrow()
                .feature(Shop.BASKET);

        assertThat(feature.details()).isEqualTo(details);
        assertThat(feature.name()).isEqualTo("basket_v2");
        assertThat(feature.initialValue()).isEqualTo("blue");
        assertThat(feature.createdAt()).isEqualTo(History.at(9));
        assertThat(feature.owners()).containsExactly(Shop.ANA);
    }

    @Test
    void anIdentityWithoutOverridesIsNotPartOfAProject() {
        var shop = Shop.withBasket();
        var project = shop.state().project(Shop.PROJECT).orElseThrow();

        assertThat(shop.then(new ManagedIdentityCreated(Shop.LIVE, 4211, "user-88"))
                        .state()
                        .project(Shop.PROJECT)
                        .orElseThrow())
                .isSameAs(project);
    }

    static Stream<LedgerEvent> eventsAboutWhatNeverWas() {
        return Stream.of(
                new UserRenamed(99, "X", ""),
                new UserLoggedIn(99, LoginWay.EMAIL),
                new MemberJoined(99, Shop.ANA, Role.USER),
                new ProjectChanged(99, Shop.project(true)),
                new EnvironmentChanged(99, Shop.settings("X", "x")),
                new WebhookAdded(
                        41, WebhookOwner.environment(99), WebhookSettings.of("https://hooks.example.test/", true)),
                new WebhookAdded(
                        41, WebhookOwner.organisation(99), WebhookSettings.of("https://hooks.example.test/", true)),
                new FeatureChanged(99, Shop.details(null, true, false)),
                Shop.set(true, FeatureValue.NONE),
                Shop.overriddenForSegment(true, FeatureValue.NONE),
                Shop.overriddenForIdentity(true, FeatureValue.NONE),
                Shop.feature(Shop.BASKET, "orphan", 105, 106));
    }

    @ParameterizedTest
    @MethodSource("eventsAboutWhatNeverWas")
    void anIncompleteLogStopsTheFold(LedgerEvent event) {
        var users = History.of(Shop.open().events().getFirst().event());

        assertThatThrownBy(() -> users.then(event))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("never introduced");
    }
}
