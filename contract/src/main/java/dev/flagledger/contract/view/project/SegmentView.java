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
 * A segment as the admin API has it.
 *
 * @param feature the only feature that may be overridden for it; null for any
 * @param versionOf its own id: revisions are in the log, not in this interface
 * @param membershipCounts how many belong to it; empty, since that is not counted
 * @param managedBy who but the team keeps it; nobody
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
     * @param rules the rules below; absent, not empty, on the lower level
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

    /** What is asked of an identity. */
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
