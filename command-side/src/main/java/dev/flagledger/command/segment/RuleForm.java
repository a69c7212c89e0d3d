package dev.flagledger.command.segment;

import dev.flagledger.api.segment.Condition;
import dev.flagledger.api.segment.Operator;
import dev.flagledger.api.segment.SegmentRule;
import dev.flagledger.contract.error.text.project.SegmentTexts;
import dev.flagledger.contract.form.Fields;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.form.NestedForms;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads a segment's rules. Rules and conditions marked with {@code delete} are dropped. */
final class RuleForm {

    private static final int DEEPEST = 2;
    private static final int MOST_CONDITIONS = 100;
    private static final int MAX_TEXT = 1_000;

    /** The value of a condition without one, as for null, so that a segment can be sent back as it was read. */
    private static final String NO_VALUE = "None";

    private static final String WHOLE = "segment";
    private static final List<String> TYPES = names(SegmentRule.Type.values());
    private static final List<String> OPERATORS = names(Operator.values());

    private RuleForm() {}

    /** The rules with the ids from the request; 0 where omitted. */
    static List<SegmentRule> read(Form form) {
        return requested(NestedForms.nonEmptyList(form, "rules"))
                .map(RuleForm::rule)
                .toList();
    }

    /** Checks the nesting and the number of conditions of rules that are valid one by one. */
    static void check(Form form, List<SegmentRule> rules) {
        if (depth(rules) > DEEPEST) {
            form.reject(WHOLE, SegmentTexts.tooDeep(DEEPEST));
        }
        int conditions = conditions(rules);
        if (conditions > MOST_CONDITIONS) {
            form.reject(WHOLE, SegmentTexts.tooManyConditions(conditions, MOST_CONDITIONS));
        }
    }

    private static SegmentRule rule(Form form) {
        return new SegmentRule(
                id(form),
                SegmentRule.Type.valueOf(Fields.choice(form, "type", TYPES)),
                within(form, "rules").map(RuleForm::rule).toList(),
                within(form, "conditions").map(RuleForm::condition).toList());
    }

    private static Condition condition(Form form) {
        return new Condition(
                id(form),
                Operator.valueOf(Fields.choice(form, "operator", OPERATORS)),
                Fields.textOrNull(form, "property", MAX_TEXT),
                Objects.requireNonNullElse(Fields.printed(form, "value", MAX_TEXT), NO_VALUE),
                form.textOrNull("description", Integer.MAX_VALUE, null));
    }

    private static int id(Form form) {
        var id = form.integerOrNull("id", null);
        return id == null ? 0 : id;
    }

    private static Stream<Form> within(Form form, String field) {
        return requested(NestedForms.list(form, field).orElse(List.of()));
    }

    private static Stream<Form> requested(List<Form> forms) {
        return forms.stream().filter(form -> !form.bool("delete", false));
    }

    private static int depth(List<SegmentRule> rules) {
        return rules.stream().mapToInt(rule -> 1 + depth(rule.rules())).max().orElse(0);
    }

    private static int conditions(List<SegmentRule> rules) {
        return rules.stream()
                .mapToInt(rule -> rule.conditions().size() + conditions(rule.rules()))
                .sum();
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
