package dev.flagledger.engine.state.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.FeatureEvent.FeatureChanged;
import dev.flagledger.api.event.FeatureEvent.GroupOwnersChanged;
import dev.flagledger.api.event.FeatureEvent.OptionChanged;
import dev.flagledger.api.event.FeatureEvent.OptionRemoved;
import dev.flagledger.api.event.FeatureEvent.OwnersChanged;
import dev.flagledger.api.event.FlagEvent.FeatureStateUpdated;
import dev.flagledger.api.event.FlagEvent.SegmentOverrideUpdated;
import dev.flagledger.api.event.GroupEvent.GroupCreated;
import dev.flagledger.api.event.GroupEvent.GroupDeleted;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideUpdated;
import dev.flagledger.api.event.ProjectEvent.TagChanged;
import dev.flagledger.api.event.ProjectEvent.TagCreated;
import dev.flagledger.api.event.ProjectEvent.TagDeleted;
import dev.flagledger.api.feature.FeatureDetails;
import dev.flagledger.api.feature.FeatureType;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.SettingChange;
import dev.flagledger.api.flag.Variant;
import dev.flagledger.api.group.GroupDetails;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.Wares;
import dev.flagledger.engine.state.flag.Flag;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Options, tags and owners of a feature. */
class FeatureTest {

    private static final FeatureValue RED = FeatureValue.of("red");
    private static final List<Variant> HALF_GREEN = List.of(new Variant(1, 31, 50));

    private final History history = Shop.withBasket()
            .then(Shop.segment(), Shop.overriddenForSegment(true, RED), Shop.overriddenForIdentity(true, RED));

    @Test
    void withItsFirstOptionAFeatureIsMultivariate() {
        history.then(Wares.optionAdded(31, "green", 10));

        assertThat(basket().type()).isEqualTo(FeatureType.MULTIVARIATE);
        assertThat(basket().options()).containsOnlyKeys(31);
    }

    @Test
    void anOptionGetsAShareInTheDefaultOfEachEnvironmentAndNowhereElse() {
        history.then(Wares.optionAdded(31, "green", 10));

        assertThat(flag(Shop.LIVE).environmentDefault().variants()).containsExactly(new Variant(1031, 31, 10));
        assertThat(flag(Shop.STAGING).environmentDefault().variants()).containsExactly(new Variant(2031, 31, 10));
        assertThat(sharesForBeta()).isEmpty();
        assertThat(flag(Shop.LIVE).identity(Shop.USER_88).state().variants()).isEmpty();
    }

    @Test
    void anOptionChangesWithoutItsShares() {
        var green = Wares.option(31, "dark green", 20);
        history.then(Wares.optionAdded(31, "green", 10), new OptionChanged(Shop.BASKET, green));

        assertThat(basket().options()).containsEntry(31, green);
        assertThat(flag(Shop.LIVE).environmentDefault().variants()).containsExactly(new Variant(1031, 31, 10));
        assertThat(live().updatedAt()).isEqualTo(history.last().at());
    }

    @Test
    void removingAnOptionRemovesItsShares() {
        history.then(
                Wares.optionAdded(31, "green", 10),
                Wares.optionAdded(32, "yellow", 20),
                new SegmentOverrideUpdated(Shop.LIVE, Shop.BASKET, 120, Shop.BETA, sharing(HALF_GREEN)),
                new IdentityOverrideUpdated(Shop.LIVE, Shop.USER_88, Shop.BASKET, 130, sharing(HALF_GREEN)));
        assertThat(sharesForBeta()).isEqualTo(HALF_GREEN);
        assertThat(flag(Shop.LIVE).identity(Shop.USER_88).state().variants()).isEqualTo(HALF_GREEN);

        history.then(new OptionRemoved(Shop.BASKET, 31));
        assertThat(basket().options()).containsOnlyKeys(32);
        assertThat(flag(Shop.LIVE).environmentDefault().variants()).containsExactly(new Variant(1032, 32, 20));
        assertThat(flag(Shop.STAGING).environmentDefault().variants()).containsExactly(new Variant(2032, 32, 20));
        assertThat(sharesForBeta()).isEmpty();
        assertThat(flag(Shop.LIVE).identity(Shop.USER_88).state().variants()).isEmpty();
    }

    @Test
    void withoutItsLastOptionAFeatureIsNoLongerMultivariate() {
        history.then(
                Wares.optionAdded(31, "green", 10),
                Wares.optionAdded(32, "yellow", 20),
                new OptionRemoved(Shop.BASKET, 31));
        assertThat(basket().type()).isEqualTo(FeatureType.MULTIVARIATE);

        history.then(new OptionRemoved(Shop.BASKET, 32));
        assertThat(basket().type()).isEqualTo(FeatureType.STANDARD);
    }

    @Test
    void sharesOfRemovedOptionsAreDropped() {
        history.then(
                Wares.optionAdded(31, "green", 10),
                new OptionRemoved(Shop.BASKET, 31),
                new FeatureStateUpdated(Shop.LIVE, Shop.BASKET, 105, sharing(HALF_GREEN)));

        assertThat(flag(Shop.LIVE).environmentDefault().variants()).isEmpty();
    }

    @Test
    void aChangeThatNamesNoSharesKeepsThem() {
        history.then(Wares.optionAdded(31, "green", 10), Shop.set(true, RED));

        assertThat(flag(Shop.LIVE).environmentDefault().variants()).containsExactly(new Variant(1031, 31, 10));
    }

    @Test
    void aProjectHasTagsAndItsFeaturesBearThem() {
        var renamed = Wares.tag(91, "release");
        history.then(
                new TagCreated(Shop.PROJECT, Wares.tag(91, "beta")),
                new TagCreated(Shop.PROJECT, Wares.tag(92, "old")),
                bearing(91, 92),
                new TagChanged(Shop.PROJECT, renamed));
        assertThat(project().tags().values()).containsExactly(renamed, Wares.tag(92, "old"));
        assertThat(basket().details().tags()).containsExactly(91, 92);

        history.then(new TagDeleted(Shop.PROJECT, 91));
        assertThat(project().tags()).containsOnlyKeys(92);
        assertThat(basket().details().tags()).containsExactly(92);
    }

    @Test
    void aDeletedTagIsNotAddedAgain() {
        history.then(
                new TagCreated(Shop.PROJECT, Wares.tag(91, "beta")), new TagDeleted(Shop.PROJECT, 91), bearing(91));

        assertThat(basket().details().tags()).isEmpty();
    }

    @Test
    void ownersAreReplaced() {
        history.then(new OwnersChanged(Shop.BASKET, List.of(Shop.BO)));

        assertThat(basket().owners()).containsExactly(Shop.BO);
    }

    @Test
    void groupsOwnItUntilTheyAreDeleted() {
        history.then(group(61), group(62), new GroupOwnersChanged(Shop.BASKET, List.of(62, 61)));
        assertThat(basket().groupOwners()).containsExactly(62, 61);

        history.then(new GroupDeleted(Shop.ORGANISATION, 62));
        assertThat(basket().groupOwners()).containsExactly(61);
        assertThat(basket().owners()).containsExactly(Shop.ANA);
    }

    /** The group was deleted while it was made an owner. */
    @Test
    void aGroupThatIsNotThereOwnsNothing() {
        history.then(group(61), new GroupOwnersChanged(Shop.BASKET, List.of(61, 62)));

        assertThat(basket().groupOwners()).containsExactly(61);
    }

    private static GroupCreated group(int id) {
        return new GroupCreated(Shop.ORGANISATION, id, new GroupDetails("group " + id, false, null));
    }

    private static SettingChange sharing(List<Variant> shares) {
        return new SettingChange(true, RED, shares);
    }

    private static FeatureChanged bearing(Integer... tags) {
        return new FeatureChanged(Shop.BASKET, new FeatureDetails(null, false, false, List.of(tags), List.of()));
    }

    private Project project() {
        return history.state().project(Shop.PROJECT).orElseThrow();
    }

    private Feature basket() {
        return project().feature(Shop.BASKET);
    }

    private Environment live() {
        return project().environment(Shop.LIVE);
    }

    private List<Variant> sharesForBeta() {
        return Objects.requireNonNull(flag(Shop.LIVE).segment(Shop.BETA).state())
                .variants();
    }

    private Flag flag(int environment) {
        return project().environment(environment).flag(Shop.BASKET);
    }
}
