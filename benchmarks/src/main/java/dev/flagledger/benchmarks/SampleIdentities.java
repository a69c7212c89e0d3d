package dev.flagledger.benchmarks;

import dev.flagledger.api.identity.Trait;
import dev.flagledger.api.segment.Condition;
import dev.flagledger.api.segment.Operator;
import dev.flagledger.api.segment.SegmentRule;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Who asks in the benchmarks, and what segments ask of them: fifteen conditions, of which most have to be looked at. Half of
 * the visitors belong to a segment, each to another half of the segments.
 */
public final class SampleIdentities {

    private static final int PLANS = 10;
    private static final int PLANS_OF_A_SEGMENT = 5;

    private SampleIdentities() {}

    /** What the visitor is called. */
    public static String identifier(int number) {
        return "visitor-" + number;
    }

    /** Ten traits of all kinds. */
    public static List<Trait> traits(int number) {
        return List.of(
                trait(1, "plan", Trait.Type.UNICODE, plan(number)),
                trait(2, "age", Trait.Type.INT, Integer.toString(18 + number % 60)),
                trait(3, "visits", Trait.Type.INT, Integer.toString(number)),
                trait(4, "spent", Trait.Type.FLOAT, number % 1_000 + ".5"),
                trait(5, "email", Trait.Type.UNICODE, "visitor" + number + "@example.test"),
                trait(6, "version", Trait.Type.UNICODE, "4.2." + number % 10),
                trait(7, "beta", Trait.Type.BOOL, Boolean.toString(number % 2 == 0)),
                trait(8, "country", Trait.Type.UNICODE, "DE"),
                trait(9, "device", Trait.Type.UNICODE, "phone"),
                trait(10, "language", Trait.Type.UNICODE, "de-DE"));
    }

    /** Whom a segment is for. */
    public static List<SegmentRule> rules(int segment) {
        var plans = IntStream.range(segment, segment + PLANS_OF_A_SEGMENT)
                .mapToObj(number -> condition(Operator.EQUAL, "plan", plan(number)))
                .toList();
        var needed = List.of(
                condition(Operator.GREATER_THAN_INCLUSIVE, "age", "18"),
                condition(Operator.LESS_THAN, "age", "100"),
                condition(Operator.GREATER_THAN, "version", "1.10.0:semver"),
                condition(Operator.CONTAINS, "email", "@example"),
                condition(Operator.IN, "country", "AT,CH,DE,FR,PL"));
        var unwanted = List.of(
                condition(Operator.REGEX, "email", "^(admin|root)[0-9]*@"),
                condition(Operator.EQUAL, "device", "none"),
                condition(Operator.LESS_THAN, "visits", "0"),
                condition(Operator.GREATER_THAN, "spent", "1000000"),
                condition(Operator.IS_NOT_SET, "language", ""));
        var parts = List.of(
                rule(SegmentRule.Type.ANY, List.of(), plans),
                rule(SegmentRule.Type.ALL, List.of(), needed),
                rule(SegmentRule.Type.NONE, List.of(), unwanted));
        return List.of(rule(SegmentRule.Type.ALL, parts, List.of()));
    }

    private static String plan(int number) {
        return "plan-" + number % PLANS;
    }

    private static Trait trait(int id, String key, Trait.Type type, String value) {
        return new Trait(id, key, type, value);
    }

    private static Condition condition(Operator operator, String property, String value) {
        return new Condition(0, operator, property, value, null);
    }

    private static SegmentRule rule(SegmentRule.Type type, List<SegmentRule> rules, List<Condition> conditions) {
        return new SegmentRule(0, type, rules, conditions);
    }
}
