package dev.flagledger.engine.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.EventScope;
import dev.flagledger.api.event.FeatureEvent.FeatureDeleted;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.MetadataEvent.FieldChanged;
import dev.flagledger.api.event.MetadataEvent.FieldCreated;
import dev.flagledger.api.event.OrganisationEvent.OrganisationDeleted;
import dev.flagledger.api.event.ProjectEvent.ProjectDeleted;
import dev.flagledger.api.event.SegmentEvent.SegmentDeleted;
import dev.flagledger.api.event.UserEvent.UserLoggedIn;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.login.LoginWay;
import dev.flagledger.api.metadata.FieldDefinition;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventScopesTest {

    private final History history = Shop.withBasket().then(Shop.segment());

    @Test
    void creationsHaveTheScopeOfTheirParent() {
        assertThat(scope(Shop.environment(77, "Third"))).isEqualTo(inShop(77, "environment:77"));
        assertThat(scope(Shop.feature(78, "late", 1, 2))).isEqualTo(inShop(null, "feature:78"));
        assertThat(scope(Shop.segment(79, "late", null))).isEqualTo(inShop(null, "segment:79"));
    }

    @Test
    void changesHaveTheScopeOfTheirObject() {
        assertThat(scope(Shop.set(true, FeatureValue.of("x")))).isEqualTo(inShop(Shop.LIVE, "feature:" + Shop.BASKET));
        assertThat(scope(Shop.overriddenForIdentity(true, FeatureValue.of("x"))))
                .isEqualTo(inShop(Shop.LIVE, "identity:" + Shop.USER_88));
        assertThat(scope(new FeatureDeleted(Shop.BASKET))).isEqualTo(inShop(null, "feature:" + Shop.BASKET));
        assertThat(scope(new SegmentDeleted(Shop.BETA))).isEqualTo(inShop(null, "segment:" + Shop.BETA));
    }

    @Test
    void anAccountBelongsToNoOrganisation() {
        assertThat(scope(new UserLoggedIn(Shop.ANA, LoginWay.EMAIL)))
                .isEqualTo(new EventScope(null, null, null, "user:" + Shop.ANA));
    }

    @Test
    void deletedObjectsKeepTheirProject() {
        var gone = history.then(new ProjectDeleted(Shop.PROJECT)).state();

        assertThat(EventScopes.of(gone, new FeatureDeleted(Shop.BASKET)))
                .isEqualTo(new EventScope(null, Shop.PROJECT, null, "feature:" + Shop.BASKET));
        assertThat(EventScopes.of(gone, Shop.set(true, FeatureValue.of("x"))))
                .isEqualTo(new EventScope(null, Shop.PROJECT, Shop.LIVE, "feature:" + Shop.BASKET));
    }

    @Test
    void aCustomFieldOfADeletedOwnerKeepsItsScope() {
        var definition = new FieldDefinition("team", FieldDefinition.Type.STR, null);
        history.then(
                new FieldCreated(81, Shop.ORGANISATION, Shop.PROJECT, definition),
                new FieldCreated(82, Shop.ORGANISATION, null, definition));
        var gone = history.then(new ProjectDeleted(Shop.PROJECT), new OrganisationDeleted(Shop.ORGANISATION))
                .state();

        assertThat(EventScopes.of(gone, new FieldChanged(81, definition)))
                .isEqualTo(new EventScope(Shop.ORGANISATION, Shop.PROJECT, null, "metadata-field:81"));
        assertThat(EventScopes.of(gone, new FieldChanged(82, definition)))
                .isEqualTo(new EventScope(Shop.ORGANISATION, null, null, "metadata-field:82"));
    }

    @Test
    void deletionsEndTheirObject() {
        assertThat(EventScopes.ends(new FeatureDeleted(Shop.BASKET))).isTrue();
        assertThat(EventScopes.ends(Shop.set(true, FeatureValue.of("x")))).isFalse();
    }

    private EventScope scope(LedgerEvent event) {
        return EventScopes.of(history.state(), event);
    }

    private static EventScope inShop(@Nullable Integer environmentId, String object) {
        return new EventScope(Shop.ORGANISATION, Shop.PROJECT, environmentId, object);
    }
}
