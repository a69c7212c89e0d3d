package dev.flagledger.command.segment;

import dev.flagledger.api.segment.Condition;
import dev.flagledger.api.segment.SegmentRule;
import dev.flagledger.installation.id.Ids;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/** Assigns ids to the rules and conditions of a segment. */
final class RuleIds {

    private RuleIds() {}

    /** The rules with ids: those that the segment already has are kept, each once, and all others are allocated. */
    static List<SegmentRule> assign(List<SegmentRule> rules, List<SegmentRule> known, Ids ids) {
        var ofRules = new HashSet<Integer>();
        var ofConditions = new HashSet<Integer>();
        map(known, id -> noted(id, ofRules), id -> noted(id, ofConditions));
        var counted = new int[2];
        var kept = map(rules, id -> kept(id, ofRules, counted, 0), id -> kept(id, ofConditions, counted, 1));
        var newRules = ids.many(Ids.Kind.RULE, counted[0]);
        var newConditions = ids.many(Ids.Kind.CONDITION, counted[1]);
        return map(kept, id -> id == 0 ? newRules.next() : id, id -> id == 0 ? newConditions.next() : id);
    }

    private static int noted(int id, Set<Integer> all) {
        all.add(id);
        return id;
    }

    private static int kept(int id, Set<Integer> known, int[] counted, int kind) {
        if (known.remove(id)) {
            return id;
        }
        counted[kind]++;
        return 0;
    }

    private static List<SegmentRule> map(
            List<SegmentRule> rules, IntUnaryOperator ofRule, IntUnaryOperator ofCondition) {
        return rules.stream()
                .map(rule -> new SegmentRule(
                        ofRule.applyAsInt(rule.id()),
                        rule.type(),
                        map(rule.rules(), ofRule, ofCondition),
                        rule.conditions().stream()
                                .map(condition -> with(condition, ofCondition.applyAsInt(condition.id())))
                                .toList()))
                .toList();
    }

    private static Condition with(Condition condition, int id) {
        return new Condition(
                id, condition.operator(), condition.property(), condition.value(), condition.description());
    }
}
