package dev.flagledger.contract.view.project;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.flagledger.api.segment.Condition;
import dev.flagledger.api.segment.SegmentRule;
import dev.flagledger.contract.view.WireTime;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.project.Project;
import dev.flagledger.engine.state.project.Segment;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A segment in the admin API.
 *
 * @param feature the only feature that may have an override for it; null for any
 * @param versionOf its own id: revisions are only in the event log
 * @param membershipCounts always empty: members are not counted
 * @param managedBy always null: no external system manages segments
 */
public record SegmentView(
        int id,
        UUID uuid,
        String createdAt,
        String updatedAt,
        String name,
        @Nullable String description,
        int project,
        @Nullable Integer feature,
        int versionOf,
        List<Rule> rules,
        List<MetadataView> metadata,
        List<Object> membershipCounts,
        String managedBy) {

    /**
     * A rule of a segment.
     *
     * @param rules the nested rules; absent, not empty, on the lowest level
     */
    public record Rule(
            int id,
            String type,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Rule> rules,

            List<ConditionView> conditions) {

        static Rule upper(SegmentRule rule) {
            return of(rule, rule.rules().stream().map(Rule::lower).toList());
        }

        private static Rule lower(SegmentRule rule) {
            return of(rule, null);
        }

        private static Rule of(SegmentRule rule, @Nullable List<Rule> below) {
            var conditions = rule.conditions().stream().map(ConditionView::of).toList();
            return new Rule(rule.id(), rule.type().name(), below, conditions);
        }
    }

    /** A condition of a rule. */
    public record ConditionView(
            int id,
            String operator,
            @Nullable String property,
            @Nullable String value,
            @Nullable String description) {

        static ConditionView of(Condition condition) {
            return new ConditionView(
                    condition.id(),
                    condition.operator().name(),
                    condition.property(),
                    condition.value(),
                    condition.description());
        }
    }

    public static SegmentView of(Installation installation, Project project, Segment segment) {
        var definition = segment.definition();
        return new SegmentView(
                segment.id(),
                segment.uuid(),
                WireTime.rest(segment.createdAt()),
                WireTime.rest(segment.updatedAt()),
                definition.name(),
                definition.description(),
                project.id(),
                definition.featureId(),
                segment.id(),
                definition.rules().stream().map(Rule::upper).toList(),
                MetadataView.of(installation, definition.metadata()),
                List.of(),
                "");
    }
}
