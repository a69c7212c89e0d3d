package dev.flagledger.query.audit.row;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.access.Permission;
import dev.flagledger.api.code.CodeScan;
import dev.flagledger.api.code.VcsProvider;
import dev.flagledger.api.event.AccountEvent.AccountActivated;
import dev.flagledger.api.event.AccountEvent.AccountDeactivated;
import dev.flagledger.api.event.AccountEvent.ActivationAwaited;
import dev.flagledger.api.event.AccountEvent.EmailChanged;
import dev.flagledger.api.event.AccountEvent.OnboardingChanged;
import dev.flagledger.api.event.AccountEvent.OriginRecorded;
import dev.flagledger.api.event.AccountEvent.PasswordChanged;
import dev.flagledger.api.event.AccountEvent.PasswordResetRequested;
import dev.flagledger.api.event.AccountEvent.SuperuserGranted;
import dev.flagledger.api.event.AccountEvent.SuperuserRevoked;
import dev.flagledger.api.event.CodeEvent.CodeScanned;
import dev.flagledger.api.event.EnvironmentEvent.FeaturesExported;
import dev.flagledger.api.event.EnvironmentEvent.FirstEvaluated;
import dev.flagledger.api.event.EnvironmentEvent.TraitDeleted;
import dev.flagledger.api.event.ExportEvent;
import dev.flagledger.api.event.ExportEvent.EventsExported;
import dev.flagledger.api.event.GrantEvent.PermissionsGranted;
import dev.flagledger.api.event.GrantEvent.PermissionsWithdrawn;
import dev.flagledger.api.event.GroupEvent.GroupCreated;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedTraitsChanged;
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
import dev.flagledger.api.event.UserEvent.UserLoggedOut;
import dev.flagledger.api.event.UserEvent.UserLoginFailed;
import dev.flagledger.api.event.UserEvent.UserLoginLocked;
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
import dev.flagledger.api.grant.Grant;
import dev.flagledger.api.grant.GrantHolder;
import dev.flagledger.api.grant.GrantPlace;
import dev.flagledger.api.group.GroupDetails;
import dev.flagledger.api.identity.Trait;
import dev.flagledger.api.login.LoginMethod;
import dev.flagledger.api.login.LoginWay;
import dev.flagledger.api.organisation.OrganisationSettings;
import dev.flagledger.api.organisation.Role;
import dev.flagledger.api.project.ProjectSettings;
import dev.flagledger.api.user.Onboarding;
import dev.flagledger.api.user.Origin;
import dev.flagledger.api.user.SignUpType;
import dev.flagledger.api.version.VersionChanges;
import dev.flagledger.api.webhook.MessageSelection;
import dev.flagledger.api.webhook.WebhookOwner;
import dev.flagledger.api.webhook.WebhookSettings;
import dev.flagledger.contract.view.audit.FieldChange;
import dev.flagledger.engine.Shop;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Events that the contract does not audit are told of, too, with what they changed. */
class EventDescriptionsTest {

    private static final String URL = "https://hooks.example.test/";

    static Stream<Arguments> events() {
        return Stream.of(
                told(
                        new UserRenamed(Shop.ANA, "Anna", "Lee"),
                        "User updated: ana@example.test",
                        change("first_name", "Ana", "Anna")),
                told(new UserLoggedOut(Shop.ANA), "User logged out: ana@example.test"),
                told(new PasswordChanged(Shop.ANA, false), "Password changed: ana@example.test"),
                told(new PasswordChanged(Shop.ANA, true), "Password reset: ana@example.test"),
                told(new PasswordResetRequested(Shop.ANA), "Password reset requested: ana@example.test"),
                told(
                        new EmailChanged(Shop.ANA, "ana@new.test"),
                        "User updated: ana@example.test",
                        change("email", "ana@example.test", "ana@new.test")),
                told(
                        new OriginRecorded(Shop.ANA, new Origin(LoginMethod.SAML, SignUpType.INVITE_LINK)),
                        "User updated: ana@example.test",
                        change("auth_type", null, "SAML"),
                        change("sign_up_type", null, "INVITE_LINK")),
                told(new ActivationAwaited(Shop.ANA), "Activation awaited: ana@example.test"),
                told(new AccountActivated(Shop.ANA), "Account activated: ana@example.test"),
                told(new AccountDeactivated(Shop.ANA), "Account deactivated: ana@example.test"),
                told(new SuperuserGranted(Shop.ANA), "Superuser granted: ana@example.test"),
                told(new SuperuserRevoked(Shop.ANA), "Superuser revoked: ana@example.test"),
                told(new OnboardingChanged(Shop.ANA, Onboarding.NONE), "Onboarding changed: ana@example.test"),
                told(new UserLoginFailed(Shop.ANA, LoginWay.EMAIL), "Login failed: ana@example.test"),
                told(
                        new UserLoginFailed(Shop.ANA, LoginWay.by(LoginMethod.SAML, 1, 7)),
                        "Login by SAML failed: ana@example.test"),
                told(new TraitDeleted(Shop.LIVE, "plan"), "Trait deleted from all identities: plan"),
                told(new FeaturesExported(Shop.LIVE, 7), "Features exported: 7"),
                told(
                        new EventsExported(Shop.id(90), List.of(), Shop.PROJECT, ExportEvent.Format.NDJSON, ""),
                        "Events exported: ndjson"),
                told(
                        new EventsExported(
                                Shop.id(90),
                                List.of(Shop.ORGANISATION, 30),
                                null,
                                ExportEvent.Format.CSV,
                                "type=user.logged-in"),
                        "Events exported: csv",
                        change("filter", null, "type=user.logged-in")),
                told(
                        new ManagedTraitsChanged(
                                Shop.LIVE, 71, List.of(new Trait(1, "age", Trait.Type.INT, "31")), List.of("plan")),
                        "Traits changed of identity: 71",
                        change("traits.age", null, BigInteger.valueOf(31)),
                        change("traits.plan", null, null)),
                told(new UserLoginLocked(9), "Logins refused after too many that failed: 9"),
                told(
                        new OrganisationCreated(30, Shop.id(30), new OrganisationSettings("Acme", null, true, true)),
                        "New Organisation created: Acme"),
                told(
                        new RetentionChanged(Shop.ORGANISATION, 365),
                        "Retention of events changed",
                        change("days", null, 365)),
                told(new LegalHoldPlaced(Shop.ORGANISATION), "Legal hold placed: no events are pruned"),
                told(new LegalHoldLifted(Shop.ORGANISATION), "Legal hold lifted"),
                told(new EventsPruned(Shop.ORGANISATION, 4711), "Events pruned up to position 4711"),
                told(
                        new OrganisationChanged(
                                Shop.ORGANISATION, new OrganisationSettings("Acme", "ops@acme.test", true, false)),
                        "Organisation updated: Acme",
                        change("webhook_notification_email", null, "ops@acme.test"),
                        change("force_2fa", false, true)),
                told(
                        new MemberJoined(Shop.ORGANISATION, 9, Role.ADMIN),
                        "Member joined: 9",
                        change("role", null, "ADMIN")),
                told(
                        new MemberRoleChanged(Shop.ORGANISATION, Shop.BO, Role.ADMIN),
                        "Role of member changed: bo@example.test",
                        change("role", "USER", "ADMIN")),
                told(
                        new MemberRemoved(Shop.ORGANISATION, Shop.BO),
                        "Member removed: bo@example.test",
                        change("role", "USER", null)),
                told(
                        new GroupCreated(Shop.ORGANISATION, 61, new GroupDetails("Ops", false, null)),
                        "New Group created: Ops"),
                told(
                        new PermissionsGranted(
                                Shop.ORGANISATION,
                                new Grant(
                                        81,
                                        GrantHolder.user(Shop.BO),
                                        GrantPlace.project(Shop.PROJECT),
                                        false,
                                        List.of(Permission.VIEW_PROJECT))),
                        "Permissions granted to user 2",
                        change("permissions", null, List.of("VIEW_PROJECT")),
                        change("admin", null, false)),
                told(
                        new PermissionsWithdrawn(Shop.ORGANISATION, 99, GrantPlace.organisation(Shop.ORGANISATION)),
                        "Permissions withdrawn from 99"),
                told(
                        new ProjectCreated(40, Shop.id(40), Shop.ORGANISATION, Shop.project(false)),
                        "New Project created: Shop"),
                told(
                        new ProjectChanged(Shop.PROJECT, Shop.project(true)),
                        "Project updated: Shop",
                        change("hide_disabled_flags", false, true)),
                told(
                        new ProjectChanged(
                                Shop.PROJECT,
                                new ProjectSettings("Store", false, true, true, false, "[a-z]+", 7, 2, true, true)),
                        "Project updated: Store",
                        change("name", "Shop", "Store"),
                        change("prevent_flag_defaults", false, true),
                        change("enable_realtime_updates", false, true),
                        change("only_allow_lower_case_feature_names", true, false),
                        change("feature_name_regex", null, "[a-z]+"),
                        change("stale_flags_limit_days", 30, 7),
                        change("minimum_change_request_approvals", null, 2),
                        change("enforce_feature_owners", false, true),
                        change("require_note", false, true)),
                told(
                        new WebhookAdded(42, WebhookOwner.environment(Shop.LIVE), WebhookSettings.of(URL, true)),
                        "New Webhook created: " + URL,
                        change("url", null, URL),
                        change("enabled", null, true)),
                told(
                        new WebhookChanged(
                                41, WebhookOwner.environment(Shop.LIVE), WebhookSettings.of(URL, false), true),
                        "Webhook updated: " + URL,
                        change("enabled", true, false),
                        change("secret", "(hidden)", "(hidden)")),
                told(
                        new MessagesRedelivered(
                                41, WebhookOwner.environment(Shop.LIVE), MessageSelection.range(40, 90)),
                        "Messages delivered again to webhook: " + URL,
                        change("messages", null, "all"),
                        change("from", null, 40L),
                        change("to", null, 90L)),
                told(
                        new WebhookPaused(41, WebhookOwner.environment(Shop.LIVE)),
                        "Webhook paused, its receiver fails: " + URL),
                told(new WebhookResumed(41, WebhookOwner.environment(Shop.LIVE)), "Webhook resumed: " + URL),
                told(new WebhookRemoved(41, WebhookOwner.environment(Shop.LIVE)), "Webhook deleted: " + URL),
                told(
                        new FirstEvaluated(Shop.LIVE, "flagsmith-js"),
                        "First request of an application, by: flagsmith-js"),
                told(
                        new VersionDrafted(Shop.LIVE, Shop.BASKET, Shop.id(71), "autumn", VersionChanges.NONE),
                        "New Draft of a version created: basket_v2"),
                told(
                        new VersionEdited(Shop.LIVE, Shop.BASKET, Shop.id(71), VersionChanges.NONE),
                        "Draft of a version updated: basket_v2"),
                told(
                        new VersionDiscarded(Shop.LIVE, Shop.BASKET, Shop.id(71)),
                        "Draft of a version deleted: basket_v2"),
                told(
                        new CodeScanned(
                                Shop.id(80),
                                Shop.PROJECT,
                                new CodeScan(
                                        "https://code.example.test/shop", VcsProvider.GITHUB, "c0ffee", List.of())),
                        "Code scanned: https://code.example.test/shop at c0ffee"));
    }

    @ParameterizedTest
    @MethodSource("events")
    void anEventIsToldOfWithWhatItChanged(LedgerEvent event, String summary, List<FieldChange> changes) {
        var row = Rows.of(Shop.withBasket()
                .then(new WebhookAdded(41, WebhookOwner.environment(Shop.LIVE), WebhookSettings.of(URL, true)))
                .then(event));

        assertThat(row.summary()).isEqualTo(summary);
        assertThat(row.difference()).isEqualTo(changes);
    }

    private static Arguments told(LedgerEvent event, String summary, FieldChange... changes) {
        return Arguments.of(event, summary, List.of(changes));
    }

    private static FieldChange change(String field, @Nullable Object old, @Nullable Object now) {
        return new FieldChange(field, old, now);
    }
}
