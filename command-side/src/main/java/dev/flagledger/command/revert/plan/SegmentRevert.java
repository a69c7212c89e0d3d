package dev.flagledger.command.revert.plan;

import dev.flagledger.api.Edit;
import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.segment.SegmentCommand.ChangeSegment;
import dev.flagledger.api.segment.SegmentDefinition;
import dev.flagledger.engine.state.project.Segment;
import java.util.List;

/** Leads the definition of a segment back, except its custom fields. */
record SegmentRevert(Segment then, Segment now, int projectId) {

    List<LedgerCommand> commands() {
        var former = then.definition();
        var current = now.definition();
        var wanted = new SegmentDefinition(
                former.name(), former.description(), current.featureId(), former.rules(), current.metadata());
        return wanted.equals(current)
                ? List.of()
                : List.of(new ChangeSegment(now.id(), projectId, new Edit<>(current, wanted)));
    }
}
