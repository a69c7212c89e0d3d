package dev.flagledger.engine.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.code.CodeScan;
import dev.flagledger.api.code.VcsProvider;
import dev.flagledger.api.event.CodeEvent.CodeScanned;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentCloned;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentDeleted;
import dev.flagledger.api.event.ErasureEvent.FormerIdentityErased;
import dev.flagledger.api.event.ErasureEvent.IdentityErased;
import dev.flagledger.api.event.ErasureEvent.InvitedPersonErased;
import dev.flagledger.api.event.ErasureEvent.UserErased;
import dev.flagledger.api.event.EventScope;
import dev.flagledger.api.event.ExportEvent;
import dev.flagledger.api.event.ExportEvent.EventsExported;
import dev.flagledger.api.event.FeatureEvent.FeatureDeleted;
import dev.flagledger.api.event.FlagEvent.SegmentOverrideRemoved;
import dev.flagledger.api.event.FlagEvent.SegmentsOrdered;
import dev.flagledger.api.event.HealthEvent.ProviderAdded;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideRemoved;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityDeleted;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityRenamed;
import dev.flagledger.api.event.MetadataEvent.FieldCreated;
import dev.flagledger.api.event.MetadataEvent.FieldDeleted;
import dev.flagledger.api.event.OrganisationEvent.MemberJoined;
import dev.flagledger.api.event.OrganisationEvent.OrganisationDeleted;
import dev.flagledger.api.event.ProjectEvent.ProjectCreated;
import dev.flagledger.api.event.ProjectEvent.ProjectDeleted;
import dev.flagledger.api.event.ProjectEvent.TagDeleted;
import dev.flagledger.api.event.SegmentEvent.SegmentDeleted;
import dev.flagledger.api.event.UserEvent.UserLoginFailed;
import dev.flagledger.api.event.UserEvent.UserLoginLocked;
import dev.flagledger.api.event.VersionEvent.VersionPublished;
import dev.flagledger.api.event.WebhookEvent.WebhookAdded;
import dev.flagledger.api.event.WebhookEvent.WebhookRemoved;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.health.ProviderKind;
import dev.flagledger.api.login.LoginWay;
import dev.flagledger.api.metadata.FieldDefinition;
import dev.flagledger.api.organisation.Role;
import dev.flagledger.api.webhook.WebhookOwner;
import dev.flagledger.api.webhook.WebhookSettings;
import dev.flagledger.engine.Shop;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Scopes, related objects and endings of events of each family. */
class EventScopeOfEachTest {

    private static final FieldDefinition TEAM = new FieldDefinition("team", FieldDefinition.Type.STR, null);

    static Stream<Arguments> events() {
        return Stream.of(
                of(new UserLoginLocked(Shop.ANA), scope(null, null, null, "user:1")),
                of(new UserLoginFailed(Shop.ANA, LoginWay.EMAIL), scope(null, null, null, "user:1")),
                ending(new UserErased(Shop.id(70), Shop.ANA, List.of()), scope(null, null, null, "user:1")),
                ending(
                        new IdentityErased(Shop.id(71), Shop.LIVE, Shop.USER_88),
                        scope(3, 4, Shop.LIVE, "erased-identity:4211")),
                ending(new InvitedPersonErased(Shop.id(72), 31, List.of(3)), scope(null, null, null, "user:31")),
                ending(
                        new FormerIdentityErased(Shop.id(73), 3, Shop.LIVE, Shop.USER_88),
                        scope(3, null, null, "erased-identity:4211")),
                of(exported(4), scope(3, 4, null, "export:" + Shop.id(90))),
                of(exported(null, 3), scope(3, null, null, "export:" + Shop.id(90))),
                of(exported(null, 3, 30), scope(null, null, null, "export:" + Shop.id(90))),
                of(new MemberJoined(3, Shop.BO, Role.ADMIN), scope(3, null, null, "organisation:3")),
                ending(new OrganisationDeleted(3), scope(3, null, null, "organisation:3")),
                of(new ProjectCreated(40, Shop.id(40), 3, Shop.project(false)), scope(3, 40, null, "project:40")),
                of(new TagDeleted(4, 9), scope(3, 4, null, "project:4")),
                ending(new ProjectDeleted(4), scope(3, 4, null, "project:4")),
                of(
                        new EnvironmentCloned(9, Shop.id(9), 4, Shop.LIVE, Shop.settings("Copy", "key-9"), List.of()),
                        scope(3, 4, 9, "environment:9"),
                        "environment:5"),
                of(
                        new WebhookAdded(
                                41,
                                WebhookOwner.environment(Shop.LIVE),
                                WebhookSettings.of("https://hooks.example.test/", true)),
                        scope(3, 4, Shop.LIVE, "webhook:41")),
                ending(new WebhookRemoved(43, WebhookOwner.organisation(3)), scope(3, null, null, "webhook:43")),
                ending(new EnvironmentDeleted(Shop.LIVE), scope(3, 4, Shop.LIVE, "environment:5")),
                ending(new FeatureDeleted(Shop.BASKET), scope(3, 4, null, "feature:7")),
                of(Shop.set(true, FeatureValue.NONE), scope(3, 4, Shop.LIVE, "feature:7")),
                of(
                        new SegmentOverrideRemoved(Shop.LIVE, Shop.BASKET, Shop.BETA),
                        scope(3, 4, Shop.LIVE, "feature:7"),
                        "segment:8"),
                of(
                        SegmentsOrdered.of(Shop.LIVE, Shop.BASKET, Map.of(Shop.BETA, 0)),
                        scope(3, 4, Shop.LIVE, "feature:7")),
                of(
                        new VersionPublished(Shop.LIVE, Shop.BASKET, Shop.id(71), null),
                        scope(3, 4, Shop.LIVE, "feature:7")),
                ending(new SegmentDeleted(Shop.BETA), scope(3, 4, null, "segment:8")),
                of(
                        new ManagedIdentityRenamed(Shop.LIVE, Shop.USER_88, "user-89"),
                        scope(3, 4, Shop.LIVE, "identity:4211")),
                of(
                        new IdentityOverrideRemoved(Shop.LIVE, Shop.USER_88, Shop.BASKET),
                        scope(3, 4, Shop.LIVE, "identity:4211"),
                        "feature:7"),
                ending(new ManagedIdentityDeleted(Shop.LIVE, Shop.USER_88), scope(3, 4, Shop.LIVE, "identity:4211")),
                of(
                        new CodeScanned(
                                Shop.id(80), 4, new CodeScan("https://a.test", VcsProvider.GITHUB, "one", List.of())),
                        scope(3, 4, null, "code-scan:" + Shop.id(80))),
                of(
                        new ProviderAdded(4, ProviderKind.GRAFANA, Shop.id(60)),
                        scope(3, 4, null, "health-provider:GRAFANA")),
                of(new FieldCreated(22, 3, 4, TEAM), scope(3, 4, null, "metadata-field:22")),
                ending(new FieldDeleted(21), scope(3, null, null, "metadata-field:21")));
    }

    @ParameterizedTest
    @MethodSource("events")
    void eachEventHasItsScope(LedgerEvent event, EventScope scope, List<String> related, boolean ends) {
        var shop = Shop.withBasket()
                .then(Shop.segment(), new FieldCreated(21, Shop.ORGANISATION, null, TEAM))
                .state();

        assertThat(EventScopes.of(shop, event)).isEqualTo(scope);
        assertThat(RelatedObjects.of(shop, event)).isEqualTo(related);
        assertThat(EventScopes.ends(event)).isEqualTo(ends);
    }

    private static EventsExported exported(@Nullable Integer project, Integer... organisations) {
        return new EventsExported(Shop.id(90), List.of(organisations), project, ExportEvent.Format.NDJSON, "");
    }

    private static Arguments of(LedgerEvent event, EventScope scope, String... related) {
        return Arguments.of(event, scope, List.of(related), false);
    }

    private static Arguments ending(LedgerEvent event, EventScope scope) {
        return Arguments.of(event, scope, List.of(), true);
    }

    private static EventScope scope(
            @Nullable Integer organisation, @Nullable Integer project, @Nullable Integer environment, String object) {
        return new EventScope(organisation, project, environment, object);
    }
}
