package dev.flagledger.contract.view.document;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.flagledger.api.segment.Condition;
import dev.flagledger.api.segment.SegmentRule;
import dev.flagledger.engine.state.project.Segment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A segment in the environment document, with its overrides. */
public record DocumentSegment(int id, String name, List<Rule> rules, List<DocumentState> featureStates) {

    /** A rule of a segment. */
    public record Rule(String type, List<Rule> rules, List<Criterion> conditions) {

        static Rule of(SegmentRule rule) {
            return new Rule(
                    rule.type().name(),
                    rule.rules().stream().map(Rule::of).toList(),
                    rule.conditions().stream().map(Criterion::of).toList());
        }
    }

    /** A condition of a rule. */
    public record Criterion(
            String operator,
            @Nullable String value,
            @JsonProperty("property_") @Nullable String property) {

        static Criterion of(Condition condition) {
            return new Criterion(condition.operator().name(), condition.value(), condition.property());
        }
    }

    static DocumentSegment of(Segment segment, List<DocumentState> states) {
        var rules = segment.definition().rules().stream().map(Rule::of).toList();
        return new DocumentSegment(segment.id(), segment.name(), rules, states);
    }
}
