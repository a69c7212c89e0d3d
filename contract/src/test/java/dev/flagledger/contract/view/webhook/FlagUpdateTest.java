package dev.flagledger.contract.view.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.FeatureEvent.FeatureDeleted;
import dev.flagledger.api.event.FeatureEvent.OptionRemoved;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideRemoved;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.contract.view.Wire;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.Wares;
import dev.flagledger.engine.change.FlagChange;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Payloads of webhooks, with the exact keys of the contract. */
class FlagUpdateTest {

    private static final FeatureValue RED = FeatureValue.of("red");

    @Test
    void aChangeOfTheDefaultHasTheContractsShape() {
        var state = """
                {'enabled':%s,'environment':{'id':5,'name':'Live'},
                 'feature':{'created_date':'2031-01-01T00:00:09.120000Z','default_enabled':false,
                            'description':'What it is','id':7,'initial_value':'blue','name':'basket_v2',
                            'project':{'id':4,'name':'Shop'},'type':'STANDARD'},
                 'feature_segment':null,'feature_state_value':'%s','identity':null,'identity_identifier':null,
                 'multivariate_feature_state_values':[]}""";

        assertThat(update(Shop.withBasket().then(Shop.set(true, RED))))
                .isEqualTo(Wire.parse("{'changed_by':'ana@example.test','new_state':" + state.formatted(true, "red")
                        + ",'previous_state':" + state.formatted(false, "blue")
                        + ",'timestamp':'2031-01-01T00:00:10.120000Z'}"));
    }

    @Test
    void aNewStateHasNoPreviousState() {
        assertThat(Wire.keys(view(Shop.withBasket())))
                .containsExactlyInAnyOrder("changed_by", "new_state", "timestamp");
    }

    @Test
    void anOverrideForASegmentNamesTheSegment() {
        var history = Shop.withBasket().then(Shop.segment(), Shop.overriddenForSegment(true, RED));

        var first = update(history);
        assertThat(first.has("previous_state")).isFalse();
        assertThat(first.get("new_state").get("feature_segment"))
                .isEqualTo(Wire.parse("{'priority':0,'segment':{'description':null,'id':8,'name':'beta users'}}"));
        assertThat(first.get("new_state").get("identity").isNull()).isTrue();

        var second = update(history.then(Shop.segmentChanged(false, FeatureValue.of(7))));
        assertThat(second.get("previous_state")).isEqualTo(first.get("new_state"));
        assertThat(second.get("new_state").get("feature_state_value")).isEqualTo(Wire.parse("7"));
    }

    @Test
    void anOverrideForAnIdentityNamesTheIdentity() {
        var told = update(Shop.withBasket().then(Shop.overriddenForIdentity(true, FeatureValue.NONE)));

        assertThat(told.has("previous_state")).isFalse();
        var state = told.get("new_state");
        assertThat(state.get("identity")).isEqualTo(Wire.parse("4211"));
        assertThat(state.get("identity_identifier")).isEqualTo(Wire.parse("'user-88'"));
        assertThat(state.get("feature_segment").isNull()).isTrue();
        assertThat(state.get("feature_state_value").isNull()).isTrue();
    }

    @Test
    void afterTheRemovalOfAnOverrideTheDefaultIsTheNewState() {
        var history = Shop.withBasket().then(Shop.overriddenForIdentity(true, RED));
        var last = update(history).get("new_state");

        var told = update(history.then(new IdentityOverrideRemoved(Shop.LIVE, Shop.USER_88, Shop.BASKET)));
        assertThat(told.get("previous_state")).isEqualTo(last);
        assertThat(told.get("new_state").get("feature_state_value")).isEqualTo(Wire.parse("'blue'"));
        assertThat(told.get("new_state").get("enabled")).isEqualTo(Wire.parse("false"));
    }

    @Test
    void aDeletedFeatureHasNoNewState() {
        var history = Shop.withBasket();
        var last = update(history).get("new_state");

        var told = update(history.then(new FeatureDeleted(Shop.BASKET)));
        assertThat(told.get("previous_state")).isEqualTo(last);
        assertThat(told.get("new_state").isNull()).isTrue();
    }

    @Test
    void sharesHaveTheOptionsOfTheirTime() {
        var history = Shop.withBasket().then(Wares.optionAdded(31, "green", 12.5));
        var shares = Wire.parse("""
                [{'id':1031,'multivariate_feature_option':{'id':31,'value':'green'},'percentage_allocation':12.5}]
                """);
        assertThat(update(history).get("new_state").get("multivariate_feature_state_values"))
                .isEqualTo(shares);

        var told = update(history.then(new OptionRemoved(Shop.BASKET, 31)));
        assertThat(told.get("previous_state").get("multivariate_feature_state_values"))
                .isEqualTo(shares);
        assertThat(told.get("new_state").get("multivariate_feature_state_values"))
                .isEqualTo(Wire.parse("[]"));
    }

    private static JsonNode update(History history) {
        return Wire.json(view(history));
    }

    private static FlagUpdate view(History history) {
        var changes = FlagChange.of(history.before(), history.last(), history.state());
        return FlagUpdate.of(history.last(), changes.getFirst());
    }
}
