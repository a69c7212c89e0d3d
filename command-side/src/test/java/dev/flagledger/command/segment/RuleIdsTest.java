package dev.flagledger.command.segment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.segment.Condition;
import dev.flagledger.api.segment.Operator;
import dev.flagledger.api.segment.SegmentRule;
import dev.flagledger.command.TestCommandSide;
import dev.flagledger.installation.id.Ids;
import dev.flagledger.testing.TestDatabase;
import dev.flagledger.testing.TestNode;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class RuleIdsTest {

    private static final TestNode NODE = TestNode.on(TestDatabase.fresh().migrated(), TestCommandSide.class);
    private static final Ids IDS = NODE.get(Ids.class);
    private static final List<SegmentRule> KNOWN = List.of(rule(90_001, rule(90_002, 80_001, 80_002)));

    @AfterAll
    static void close() {
        NODE.close();
    }

    @Test
    void knownIdsAreKept() {
        assertThat(RuleIds.assign(KNOWN, KNOWN, IDS)).isEqualTo(KNOWN);
    }

    @Test
    void otherRulesGetNewIds() {
        var given = RuleIds.assign(List.of(rule(0, rule(0, 0, 0)), rule(0, 0)), KNOWN, IDS);

        assertThat(given).extracting(SegmentRule::id).doesNotContain(0).doesNotHaveDuplicates();
        assertThat(given.getFirst().rules().getFirst().conditions())
                .extracting(Condition::id)
                .doesNotContain(0)
                .doesNotHaveDuplicates();
    }

    /** The id may be that of another segment's rule. */
    @Test
    void unknownIdsAreReplaced() {
        var given = RuleIds.assign(List.of(rule(90_099, 80_099)), KNOWN, IDS);

        assertThat(given.getFirst().id()).isNotIn(0, 90_099);
        assertThat(given.getFirst().conditions().getFirst().id()).isNotIn(0, 80_099);
    }

    @Test
    void anIdThatIsSentTwiceIsKeptOnce() {
        var given = RuleIds.assign(List.of(rule(90_001, 80_001, 80_001), rule(90_001)), KNOWN, IDS);

        assertThat(given.getFirst().id()).isEqualTo(90_001);
        assertThat(given.getLast().id()).isNotEqualTo(90_001);
        assertThat(given.getFirst().conditions())
                .extracting(Condition::id)
                .contains(80_001)
                .doesNotHaveDuplicates();
    }

    /** Rules and conditions have separate ids. */
    @Test
    void anIdOfARuleIsNoneOfACondition() {
        var given = RuleIds.assign(List.of(rule(80_001, 90_001)), KNOWN, IDS);

        assertThat(given.getFirst().id()).isNotEqualTo(80_001);
        assertThat(given.getFirst().conditions().getFirst().id()).isNotEqualTo(90_001);
    }

    private static SegmentRule rule(int id, int... conditions) {
        return new SegmentRule(
                id,
                SegmentRule.Type.ALL,
                List.of(),
                IntStream.of(conditions).mapToObj(RuleIdsTest::condition).toList());
    }

    private static SegmentRule rule(int id, SegmentRule within) {
        return new SegmentRule(id, SegmentRule.Type.ALL, List.of(within), List.of());
    }

    private static Condition condition(int id) {
        return new Condition(id, Operator.EQUAL, "plan", "pro", null);
    }
}
