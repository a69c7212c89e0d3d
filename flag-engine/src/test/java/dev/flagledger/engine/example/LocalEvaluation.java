package dev.flagledger.engine.example;

import dev.flagledger.api.segment.Condition;
import dev.flagledger.api.segment.Operator;
import dev.flagledger.api.segment.SegmentRule;
import dev.flagledger.engine.evaluation.Evaluation;
import dev.flagledger.engine.evaluation.context.EnvironmentContext;
import dev.flagledger.engine.evaluation.context.EvaluationContext;
import dev.flagledger.engine.evaluation.context.FeatureContext;
import dev.flagledger.engine.evaluation.context.IdentityContext;
import dev.flagledger.engine.evaluation.context.SegmentContext;
import dev.flagledger.engine.evaluation.context.VariantContext;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Evaluates two features for two identities, without a server. */
public final class LocalEvaluation {

    private static final EnvironmentContext PRODUCTION = new EnvironmentContext("client-key", "Production");

    /** Disabled by default. */
    private static final FeatureContext CHECKOUT = new FeatureContext("1", "new_checkout", false, null);

    /** Green for half of the identities, blue for the others. */
    private static final FeatureContext COLOUR = new FeatureContext(
            "2",
            "button_colour",
            true,
            "blue",
            List.of(new VariantContext("green", 50, BigInteger.ONE, "green")),
            FeatureContext.WEAKEST,
            Map.of());

    /** Identities with the trait {@code plan=pro}, for which the checkout is enabled. */
    private static final SegmentContext PRO = new SegmentContext(
            "3",
            "pro customers",
            List.of(new SegmentRule(
                    1,
                    SegmentRule.Type.ALL,
                    List.of(),
                    List.of(new Condition(1, Operator.EQUAL, "plan", "pro", null)))),
            List.of(new FeatureContext("4", "new_checkout", true, "v2")),
            Map.of());

    private LocalEvaluation() {}

    /** Prints what each identity gets and why. */
    public static void main(String[] args) {
        print(new IdentityContext("ana", null, Map.of("plan", "pro")));
        print(new IdentityContext("bo", null, Map.of("plan", "free")));
    }

    private static void print(IdentityContext identity) {
        var context = new EvaluationContext(
                PRODUCTION, identity, Map.of(CHECKOUT.name(), CHECKOUT, COLOUR.name(), COLOUR), Map.of(PRO.key(), PRO));
        for (var flag : new TreeMap<>(Evaluation.of(context).flags()).values()) {
            System.out.printf(
                    "%s: %s enabled=%s value=%s (%s)%n",
                    identity.identifier(), flag.name(), flag.enabled(), flag.value(), flag.reason());
        }
    }
}
