package dev.flagledger.engine.evaluation.environment;

import static dev.flagledger.engine.Shop.BASKET;
import static dev.flagledger.engine.Shop.LIVE;
import static dev.flagledger.engine.Shop.id;

import dev.flagledger.api.event.FeatureEvent.OptionAdded;
import dev.flagledger.api.event.SegmentEvent.SegmentCreated;
import dev.flagledger.api.feature.MultivariateOption;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.Variant;
import dev.flagledger.api.identity.Trait;
import dev.flagledger.api.segment.Condition;
import dev.flagledger.api.segment.Operator;
import dev.flagledger.api.segment.SegmentDefinition;
import dev.flagledger.api.segment.SegmentRule;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.state.project.Environment;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Identities of the sample shop. Ana has the plan {@code pro}. */
final class Visits {

    static final EvaluatedIdentity PRO =
            new EvaluatedIdentity(null, "ana", List.of(new Trait(1, "plan", Trait.Type.UNICODE, "pro")));

    private Visits() {}

    static History withOption(double share, @Nullable String key) {
        return Shop.withBasket().then(new OptionAdded(BASKET, option(key), Map.of(LIVE, new Variant(81, 71, share))));
    }

    static MultivariateOption option(@Nullable String key) {
        return new MultivariateOption(71, id(71), FeatureValue.of("red"), 0, key);
    }

    static SegmentCreated segment(int id, SegmentRule... rules) {
        return new SegmentCreated(id, id(id), Shop.PROJECT, definition(id, rules));
    }

    static SegmentDefinition definition(int id, SegmentRule... rules) {
        return new SegmentDefinition("segment " + id, null, null, List.of(rules), List.of());
    }

    static SegmentRule plan(String plan) {
        return rule("plan", plan);
    }

    static SegmentRule rule(String property, String value) {
        return new SegmentRule(
                1, SegmentRule.Type.ALL, List.of(), List.of(new Condition(2, Operator.EQUAL, property, value, null)));
    }

    static EvaluatedIdentity identity(int id, String identifier) {
        return new EvaluatedIdentity(id, identifier, List.of());
    }

    static IdentityFlag basket(History history, @Nullable EvaluatedIdentity identity) {
        return Objects.requireNonNull(evaluator(history).flag(BASKET, identity));
    }

    static EnvironmentEvaluator evaluator(History history) {
        var project = history.state().projectOfEnvironment(LIVE).orElseThrow();
        Environment live = project.environment(LIVE);
        return EnvironmentEvaluator.of(project, live);
    }
}
