package dev.flagledger.contract.audit.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.access.Permission;
import dev.flagledger.api.code.CodeReference;
import dev.flagledger.api.code.CodeScan;
import dev.flagledger.api.code.VcsProvider;
import dev.flagledger.api.event.AccountEvent.AccountDeactivated;
import dev.flagledger.api.event.AccountEvent.PasswordChanged;
import dev.flagledger.api.event.CodeEvent.CodeScanned;
import dev.flagledger.api.event.EnvironmentEvent.FeaturesExported;
import dev.flagledger.api.event.EnvironmentEvent.FirstEvaluated;
import dev.flagledger.api.event.EnvironmentEvent.ServerKeyFirstUsed;
import dev.flagledger.api.event.EnvironmentEvent.TraitDeleted;
import dev.flagledger.api.event.ExportEvent;
import dev.flagledger.api.event.ExportEvent.EventsExported;
import dev.flagledger.api.event.FactorEvent.BackupCodeUsed;
import dev.flagledger.api.event.FactorEvent.SecondFactorActivated;
import dev.flagledger.api.event.FactorEvent.SecondFactorDeactivated;
import dev.flagledger.api.event.FactorEvent.SecondFactorFailed;
import dev.flagledger.api.event.GroupEvent.GroupCreated;
import dev.flagledger.api.event.InviteEvent.InviteLinkDeleted;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.LoginLinkEvent.LoginLinked;
import dev.flagledger.api.event.LoginLinkEvent.LoginUnlinked;
import dev.flagledger.api.event.LoginRuleEvent.DomainAdded;
import dev.flagledger.api.event.LoginRuleEvent.LoginPolicyChanged;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedTraitsChanged;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyFirstUsed;
import dev.flagledger.api.event.OrganisationEvent.EventsPruned;
import dev.flagledger.api.event.OrganisationEvent.LegalHoldLifted;
import dev.flagledger.api.event.OrganisationEvent.LegalHoldPlaced;
import dev.flagledger.api.event.OrganisationEvent.MemberJoined;
import dev.flagledger.api.event.OrganisationEvent.MemberRemoved;
import dev.flagledger.api.event.OrganisationEvent.MemberRoleChanged;
import dev.flagledger.api.event.OrganisationEvent.OrganisationChanged;
import dev.flagledger.api.event.OrganisationEvent.OrganisationCreated;
import dev.flagledger.api.event.OrganisationEvent.RetentionChanged;
import dev.flagledger.api.event.ProjectEvent.ProjectChanged;
import dev.flagledger.api.event.ProjectEvent.ProjectCreated;
import dev.flagledger.api.event.SessionEvent.ApplicationGranted;
import dev.flagledger.api.event.SessionEvent.ApplicationRevoked;
import dev.flagledger.api.event.SessionEvent.SessionEnded;
import dev.flagledger.api.event.UserEvent.UserLoggedIn;
import dev.flagledger.api.event.UserEvent.UserLoggedOut;
import dev.flagledger.api.event.UserEvent.UserLoginFailed;
import dev.flagledger.api.event.UserEvent.UserRegistered;
import dev.flagledger.api.event.UserEvent.UserRenamed;
import dev.flagledger.api.event.VersionEvent.VersionDiscarded;
import dev.flagledger.api.event.VersionEvent.VersionDrafted;
import dev.flagledger.api.event.VersionEvent.VersionEdited;
import dev.flagledger.api.event.WebhookEvent.MessagesRedelivered;
import dev.flagledger.api.event.WebhookEvent.WebhookAdded;
import dev.flagledger.api.event.WebhookEvent.WebhookChanged;
import dev.flagledger.api.event.WebhookEvent.WebhookPaused;
import dev.flagledger.api.event.WebhookEvent.WebhookRemoved;
import dev.flagledger.api.event.WebhookEvent.WebhookResumed;
import dev.flagledger.api.grant.GrantPlace;
import dev.flagledger.api.group.GroupDetails;
import dev.flagledger.api.login.LoginPolicy;
import dev.flagledger.api.login.LoginWay;
import dev.flagledger.api.organisation.OrganisationSettings;
import dev.flagledger.api.organisation.Role;
import dev.flagledger.api.version.VersionChanges;
import dev.flagledger.api.webhook.MessageSelection;
import dev.flagledger.api.webhook.WebhookOwner;
import dev.flagledger.api.webhook.WebhookSettings;
import dev.flagledger.engine.Shop;
import dev.flagledger.testing.Lines;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Events that the contract does not audit. */
class SilentEventsTest {

    private static final String URL = "https://hooks.example.test/";
    private static final OrganisationSettings SETTINGS = new OrganisationSettings("Acme", null, true, true);

    static Stream<LedgerEvent> events() {
        return Stream.of(
                new UserRegistered(9, Shop.id(9), "eve@example.test", "Eve", "Ray"),
                new UserRenamed(Shop.ANA, "Anna", "Lee"),
                new UserLoggedIn(Shop.ANA, LoginWay.EMAIL),
                new UserLoginFailed(Shop.ANA, LoginWay.EMAIL),
                new UserLoggedOut(Shop.ANA),
                new LoginLinked(Shop.ANA, "google", "1099"),
                new LoginUnlinked(Shop.ANA, "google"),
                new PasswordChanged(Shop.ANA, false),
                new AccountDeactivated(Shop.ANA),
                new OrganisationCreated(30, Shop.id(30), SETTINGS),
                new OrganisationChanged(Shop.ORGANISATION, SETTINGS),
                new MemberJoined(Shop.ORGANISATION, Shop.BO, Role.ADMIN),
                new MemberRoleChanged(Shop.ORGANISATION, Shop.BO, Role.ADMIN),
                new MemberRemoved(Shop.ORGANISATION, Shop.BO),
                new GroupCreated(Shop.ORGANISATION, 61, new GroupDetails("Ops", false, null)),
                Shop.granted(81, GrantPlace.project(Shop.PROJECT), Permission.VIEW_PROJECT),
                new InviteLinkDeleted(Shop.ORGANISATION, 9),
                new ProjectCreated(40, Shop.id(40), Shop.ORGANISATION, Shop.project(false)),
                new ProjectChanged(Shop.PROJECT, Shop.project(true)),
                new WebhookAdded(42, WebhookOwner.environment(Shop.LIVE), WebhookSettings.of(URL, true)),
                new WebhookChanged(41, WebhookOwner.environment(Shop.LIVE), WebhookSettings.of(URL, false), true),
                new MessagesRedelivered(41, WebhookOwner.environment(Shop.LIVE), MessageSelection.range(40, 90)),
                new WebhookPaused(41, WebhookOwner.environment(Shop.LIVE)),
                new WebhookResumed(41, WebhookOwner.environment(Shop.LIVE)),
                new WebhookRemoved(41, WebhookOwner.environment(Shop.LIVE)),
                new FirstEvaluated(Shop.LIVE, "unknown"),
                new ServerKeyFirstUsed(Shop.LIVE, 4),
                new ApiKeyFirstUsed(Shop.ORGANISATION, 21),
                new RetentionChanged(Shop.ORGANISATION, 365),
                new SecondFactorActivated(Shop.BO),
                new SecondFactorDeactivated(Shop.BO),
                new SecondFactorFailed(Shop.BO),
                new BackupCodeUsed(Shop.BO),
                new SessionEnded(Shop.BO, Shop.id(9)),
                new ApplicationGranted(Shop.BO, Shop.id(9), "flagsmith-cli", "Flagsmith CLI", "admin-api"),
                new ApplicationRevoked(Shop.BO, Shop.id(9)),
                new LoginPolicyChanged(Shop.ORGANISATION, LoginPolicy.OPEN),
                new DomainAdded(Shop.ORGANISATION, 7, "acme.example"),
                new LegalHoldPlaced(Shop.ORGANISATION),
                new LegalHoldLifted(Shop.ORGANISATION),
                new EventsPruned(Shop.ORGANISATION, 4711),
                new TraitDeleted(Shop.LIVE, "plan"),
                new FeaturesExported(Shop.LIVE, 51),
                new EventsExported(Shop.id(90), List.of(), Shop.PROJECT, ExportEvent.Format.CSV, ""),
                new ManagedTraitsChanged(Shop.LIVE, 4211, List.of(), List.of("plan")),
                new VersionDrafted(Shop.LIVE, Shop.BASKET, Shop.id(71), "autumn", VersionChanges.NONE),
                new VersionEdited(Shop.LIVE, Shop.BASKET, Shop.id(71), VersionChanges.NONE),
                new VersionDiscarded(Shop.LIVE, Shop.BASKET, Shop.id(71)),
                new CodeScanned(
                        Shop.id(80),
                        Shop.PROJECT,
                        new CodeScan(
                                "https://code.example.test/shop",
                                VcsProvider.GITHUB,
                                "c0ffee",
                                List.of(new CodeReference(Shop.BASKET, "src/basket.js", 7)))));
    }

    @ParameterizedTest
    @MethodSource("events")
    void silentEventsHaveNoLine(LedgerEvent event) {
        var shop = Shop.withBasket()
                .then(new WebhookAdded(41, WebhookOwner.environment(Shop.LIVE), WebhookSettings.of(URL, true)));

        assertThat(Lines.of(shop.then(event))).isEmpty();
    }
}
