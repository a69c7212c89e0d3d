package dev.flagledger.contract.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.EnvironmentEvent.EnvironmentChanged;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.ProjectEvent.ProjectChanged;
import dev.flagledger.api.event.SegmentEvent.SegmentCreated;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.identity.Trait;
import dev.flagledger.api.segment.Condition;
import dev.flagledger.api.segment.Operator;
import dev.flagledger.api.segment.SegmentDefinition;
import dev.flagledger.api.segment.SegmentRule;
import dev.flagledger.contract.view.flag.IdentityFlagView;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.Wares;
import dev.flagledger.engine.evaluation.environment.EvaluatedIdentity;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The flags of one identity in the admin API. */
class IdentityFlagViewTest {

    private static final EvaluatedIdentity BOB =
            new EvaluatedIdentity(Shop.USER_88, "user-88", List.of(new Trait(1, "plan", Trait.Type.UNICODE, "pro")));

    private final History history = Shop.withBasket();

    @Test
    void aFlagWithoutOverridesIsNotMarkedAsOverridden() {
        assertThat(Wire.json(all())).isEqualTo(Wire.parse("""
                        [{'feature':{'id':7,'name':'basket_v2','type':'STANDARD'},'enabled':false,
                          'feature_state_value':'blue','overridden_by':null,'segment':null,
                          'multivariate_feature_state_values':[]}]
                        """));
    }

    @Test
    void theSegmentWhoseOverrideAppliesIsNamed() {
        history.then(payers(), Shop.overriddenForSegment(true, FeatureValue.of("red")));

        var flag = all().getFirst();
        assertThat(flag.overriddenBy()).isEqualTo("SEGMENT");
        assertThat(flag.segment()).isEqualTo(new IdentityFlagView.SegmentRef(Shop.BETA, "payers"));
        assertThat(flag.featureStateValue()).isEqualTo("red");
    }

    @Test
    void anIdentityOverrideHasPrecedenceOverSegments() {
        history.then(
                payers(),
                Shop.overriddenForSegment(true, FeatureValue.of("red")),
                Shop.overriddenForIdentity(true, FeatureValue.of(7)));

        var flag = all().getFirst();
        assertThat(flag.overriddenBy()).isEqualTo("IDENTITY");
        assertThat(flag.segment()).isNull();
        assertThat(flag.featureStateValue()).isEqualTo(7);
    }

    @Test
    void sharesContainTheValuesOfTheirOptions() {
        history.then(Wares.optionAdded(31, "green", 0));

        assertThat(Wire.json(all().getFirst().multivariateFeatureStateValues())).isEqualTo(Wire.parse("""
                        [{'multivariate_feature_option':{'value':'green'},'percentage_allocation':0.0}]
                        """));
    }

    @ParameterizedTest
    @CsvSource({"false, , 1", "true, , 0", "false, true, 0", "true, false, 1"})
    void disabledFlagsAreHiddenByTheEnvironmentOrElseTheProject(
            boolean ofProject, @Nullable Boolean ofEnvironment, int shown) {
        history.then(
                new ProjectChanged(Shop.PROJECT, Shop.project(ofProject)),
                new EnvironmentChanged(Shop.LIVE, Shop.settings("Live", "key-5", ofEnvironment, false)));

        assertThat(all()).hasSize(shown);
    }

    private List<IdentityFlagView> all() {
        var project = history.state().project(Shop.PROJECT).orElseThrow();
        return IdentityFlagView.all(project, project.environment(Shop.LIVE), BOB);
    }

    private static LedgerEvent payers() {
        var pays = new Condition(50, Operator.EQUAL, "plan", "pro", null);
        var rule = new SegmentRule(40, SegmentRule.Type.ALL, List.of(), List.of(pays));
        return new SegmentCreated(
                Shop.BETA,
                Shop.id(Shop.BETA),
                Shop.PROJECT,
                new SegmentDefinition("payers", null, null, List.of(rule), List.of()));
    }
}
