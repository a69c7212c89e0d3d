package dev.flagledger.engine.evaluation.environment;

import static dev.flagledger.engine.Shop.BASKET;
import static dev.flagledger.engine.Shop.BETA;
import static dev.flagledger.engine.Shop.LIVE;
import static dev.flagledger.engine.Shop.USER_88;
import static dev.flagledger.engine.evaluation.environment.Visits.PRO;
import static dev.flagledger.engine.evaluation.environment.Visits.basket;
import static dev.flagledger.engine.evaluation.environment.Visits.definition;
import static dev.flagledger.engine.evaluation.environment.Visits.evaluator;
import static dev.flagledger.engine.evaluation.environment.Visits.identity;
import static dev.flagledger.engine.evaluation.environment.Visits.option;
import static dev.flagledger.engine.evaluation.environment.Visits.plan;
import static dev.flagledger.engine.evaluation.environment.Visits.rule;
import static dev.flagledger.engine.evaluation.environment.Visits.segment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.FeatureEvent.OptionAdded;
import dev.flagledger.api.event.SegmentEvent.SegmentChanged;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.Variant;
import dev.flagledger.api.identity.Trait;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.evaluation.environment.OverriddenBy.Nothing;
import dev.flagledger.engine.evaluation.environment.OverriddenBy.OfIdentity;
import dev.flagledger.engine.evaluation.environment.OverriddenBy.OfSegment;
import dev.flagledger.engine.state.project.Segment;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentEvaluatorTest {

    private static final int OTHER = 9;

    @Test
    void withoutOverridesTheDefaultApplies() {
        var flag = basket(Shop.withBasket(), PRO);

        assertThat(flag.enabled()).isFalse();
        assertThat(flag.value()).isEqualTo("blue");
        assertThat(flag.variant()).isNull();
        assertThat(flag.state().id()).isEqualTo(105);
        assertThat(flag.overriddenBy()).isInstanceOf(Nothing.class);
        assertThat(flag.drawn()).isNull();
    }

    @Test
    void theMatchingSegmentWithTheHighestPriorityWins() {
        var history = Shop.withBasket()
                .then(
                        segment(BETA, plan("pro")),
                        segment(OTHER, plan("pro")),
                        segment(10, plan("free")),
                        Shop.overriddenForSegment(BETA, 2),
                        Shop.overriddenForSegment(OTHER, 1),
                        Shop.overriddenForSegment(10, 0));
        var flag = basket(history, PRO);

        assertThat(flag.value()).isEqualTo("for 9");
        assertThat(flag.state().id()).isEqualTo(1_009);
        assertThat(flag.overriddenBy()).isInstanceOfSatisfying(OfSegment.class, by -> {
            assertThat(by.segment().id()).isEqualTo(OTHER);
            assertThat(by.override().featureSegmentId()).isEqualTo(2_009);
        });
        assertThat(basket(history, identity(USER_88, "user-88")).overriddenBy()).isInstanceOf(Nothing.class);
    }

    @Test
    void aFeatureSegmentWithoutAStateIsIgnored() {
        var history = Shop.withBasket().then(segment(BETA, plan("pro")), Shop.placed(BETA, 0));

        assertThat(basket(history, PRO).overriddenBy()).isInstanceOf(Nothing.class);
    }

    @Test
    void anIdentityOverridePrecedesSegmentOverrides() {
        var history = Shop.withBasket()
                .then(
                        segment(BETA, plan("pro")),
                        Shop.overriddenForSegment(BETA, 0),
                        Shop.overriddenForIdentity(true, FeatureValue.of(7)));
        var flag = basket(history, new EvaluatedIdentity(USER_88, "user-88", PRO.traits()));

        assertThat(flag.value()).isEqualTo(7);
        assertThat(flag.state().id()).isEqualTo(130);
        assertThat(flag.overriddenBy())
                .isInstanceOfSatisfying(
                        OfIdentity.class,
                        by -> assertThat(by.override().identityId()).isEqualTo(USER_88));
        assertThat(basket(history, new EvaluatedIdentity(null, "user-88", List.of()))
                        .overriddenBy())
                .as("an identity that is not kept has no state of its own")
                .isInstanceOf(Nothing.class);
    }

    @ParameterizedTest
    @CsvSource({
        "UNICODE, 42, 42, true",
        "INT, 42, 42, true",
        "INT, 42, 42.0, false",
        "FLOAT, 42.0, 42, true",
        "FLOAT, 1e3, 1000, true",
        "BOOL, true, True, true",
        "BOOL, false, True, false",
        "UNICODE,, '', true",
        "INT, odd, odd, true"
    })
    void traitsKeepTheirTypes(Trait.Type type, @Nullable String trait, String value, boolean expected) {
        var history = Shop.withBasket().then(segment(BETA, rule("plan", value)));
        var identity = new EvaluatedIdentity(null, "ana", List.of(new Trait(1, "plan", type, trait)));

        assertThat(evaluator(history).segments(identity)).hasSize(expected ? 1 : 0);
    }

    @Test
    void segmentsWithoutOverridesAreReturned() {
        var history = Shop.open()
                .then(
                        segment(BETA, plan("pro")),
                        segment(OTHER, rule("$.environment.name", "Live")),
                        segment(10, plan("free")));

        assertThat(evaluator(history).segments(PRO)).extracting(Segment::id).containsExactly(BETA, OTHER);
        assertThat(evaluator(history).segments(null)).extracting(Segment::id).containsExactly(OTHER);
    }

    @Test
    void flagsAreSortedByTheIdsOfTheirDefaults() {
        var history =
                Shop.open().then(Shop.feature(BASKET, "basket_v2", 205, 206), Shop.feature(17, "older", 105, 106));
        var flags = evaluator(history).flags(PRO);

        assertThat(flags).extracting(flag -> flag.feature().name()).containsExactly("older", "basket_v2");
        assertThat(evaluator(history).flag(17, PRO)).isEqualTo(flags.getFirst());
        assertThat(evaluator(history).flag(18, PRO)).isNull();
    }

    @Test
    void anUpdatedEvaluatorEqualsANewOne() {
        var history = Shop.withBasket();
        var followed = evaluator(history);
        var changes = List.of(
                segment(BETA, plan("pro")),
                Shop.overriddenForSegment(BETA, 0),
                Shop.feature(17, "other", 305, 306),
                Shop.set(true, FeatureValue.of(1)),
                new SegmentChanged(BETA, definition(BETA, plan("free"))),
                new OptionAdded(BASKET, option("x"), Map.of(LIVE, new Variant(81, 71, 50))),
                new SegmentChanged(BETA, definition(BETA, plan("pro"))),
                Shop.overriddenForIdentity(true, FeatureValue.of("own")));
        for (var change : changes) {
            history.then(change);
            var project = history.state().projectOfEnvironment(LIVE).orElseThrow();
            followed = followed.next(project, project.environment(LIVE));

            for (var identity : List.of(PRO, identity(USER_88, "user-88"))) {
                assertThat(followed.flags(identity))
                        .isEqualTo(evaluator(history).flags(identity));
                assertThat(followed.segments(identity))
                        .isEqualTo(evaluator(history).segments(identity));
            }
        }
    }
}
