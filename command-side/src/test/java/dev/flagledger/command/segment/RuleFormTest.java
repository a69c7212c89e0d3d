package dev.flagledger.command.segment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.segment.Condition;
import dev.flagledger.api.segment.Operator;
import dev.flagledger.api.segment.SegmentRule;
import dev.flagledger.testing.Forms;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleFormTest {

    @Test
    void rulesAreReadWithTheIdsThatWereSentAlong() {
        var form = Forms.of("""
                {'rules': [{'id': 40, 'type': 'ALL', 'conditions': [], 'rules': [
                    {'type': 'ANY', 'conditions': [
                        {'id': 50, 'operator': 'EQUAL', 'property': 'plan', 'value': 'pro', 'description': 'who pays'},
                        {'operator': 'IS_SET', 'property': 'mail'}]}]}]}""");

        assertThat(RuleForm.read(form))
                .containsExactly(new SegmentRule(
                        40,
                        SegmentRule.Type.ALL,
                        List.of(new SegmentRule(
                                0,
                                SegmentRule.Type.ANY,
                                List.of(),
                                List.of(
                                        new Condition(50, Operator.EQUAL, "plan", "pro", "who pays"),
                                        new Condition(0, Operator.IS_SET, "mail", "None", null)))),
                        List.of()));
        assertThat(Forms.problems(form)).isEqualTo("{}");
    }

    @Test
    void whatSaysSoItselfIsLeftOut() {
        var form = Forms.of("""
                {'rules': [
                    {'type': 'ANY', 'delete': true},
                    {'type': 'ALL', 'rules': [{'type': 'NONE', 'delete': true}], 'conditions': [
                        {'operator': 'IN', 'property': 'plan', 'value': 'pro', 'delete': true}]}]}""");

        assertThat(RuleForm.read(form)).containsExactly(new SegmentRule(0, SegmentRule.Type.ALL, List.of(), List.of()));
    }

    /** The same as for null, so that what is read can be sent again. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            null    ; None
            true    ; True
            1.50    ; 1.5
            [1,'a'] ; [1, 'a']
            ' pro ' ; pro
            """)
    void aValueIsTextWhateverWasSent(String sent, String value) {
        var form =
                Forms.of("{'rules': [{'type': 'ALL', 'conditions': [{'operator': 'EQUAL', 'value': " + sent + "}]}]}");

        assertThat(RuleForm.read(form).getFirst().conditions().getFirst().value())
                .isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            {}                                                           ; {rules=[This field is required.]}
            {'rules': []}                                                ; {rules={non_field_errors=[This list may not be empty.]}}
            {'rules': [{}]}                                              ; {rules=[{type=[This field is required.]}]}
            {'rules': [{'type': 'SOME'}]}                                ; {rules=[{type=["SOME" is not a valid choice.]}]}
            {'rules': [{'type': 'ALL', 'conditions': [{}]}]}             ; {rules=[{conditions=[{operator=[This field is required.]}]}]}
            {'rules': [{'type': 'ALL', 'rules': [{'type': 'ALL'}, 7]}]}  ; {rules=[{rules=[{}, {non_field_errors=[Invalid data. Expected a dictionary, but got int.]}]}]}
            """)
    void whatIsWrongIsSaidWhereItStands(String sent, String problems) {
        var form = Forms.of(sent);
        RuleForm.read(form);

        assertThat(Forms.problems(form)).isEqualTo(problems);
    }

    @Test
    void rulesAreAtMostTwoLevelsDeep() {
        assertThat(checked(nested(2))).isEqualTo("{}");
        assertThat(checked(nested(3))).isEqualTo("{segment=[Rules must not be nested more than 2 levels deep.]}");
    }

    @Test
    void aSegmentHasAtMostAHundredConditionsOnAllLevels() {
        assertThat(checked(with(60, with(40)))).isEqualTo("{}");
        assertThat(checked(with(60, with(41))))
                .isEqualTo(
                        "{segment=[The segment has 101 conditions, which exceeds the maximum condition count of 100.]}");
    }

    private static String checked(SegmentRule rule) {
        var form = Forms.of("{}");
        RuleForm.check(form, List.of(rule));
        return Forms.problems(form);
    }

    private static SegmentRule nested(int depth) {
        var within = depth == 1 ? List.<SegmentRule>of() : List.of(nested(depth - 1));
        return new SegmentRule(0, SegmentRule.Type.ALL, within, List.of());
    }

    private static SegmentRule with(int conditions, SegmentRule... within) {
        var all = IntStream.range(0, conditions)
                .mapToObj(id -> new Condition(id, Operator.IS_SET, "plan", null, null))
                .toList();
        return new SegmentRule(0, SegmentRule.Type.ALL, List.of(within), all);
    }
}
