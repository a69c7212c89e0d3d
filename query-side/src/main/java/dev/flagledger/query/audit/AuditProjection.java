package dev.flagledger.query.audit;

import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.ledger.history.ProjectionFold;
import java.util.ArrayList;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.springframework.stereotype.Component;

/** Writes the audit log: one event after the other, each with its lines, in the transaction that moves its token. */
@Component
@ProcessingGroup(AuditProjection.NAME)
class AuditProjection {

    /** The name under which the token is kept. */
    static final String NAME = "audit";

    private final AuditEntries entries;
    private final ChangeDetails details;
    private final ProjectionFold<Installation> fold;

    AuditProjection(AuditEntries entries, ChangeDetails details, ProjectionFold<Installation> fold) {
        this.entries = entries;
        this.details = details;
        this.fold = fold;
    }

    @EventHandler
    void on(LedgerEvent event, TrackedEventMessage<?> message) {
        var step = fold.step(message);
        if (step.withheld()) {
            return;
        }
        var lines = AuditLines.of(step.before(), step.recorded(), step.after());
        if (lines.isEmpty()) {
            return;
        }
        int id = entries.lastId();
        var written = new ArrayList<AuditEntry>(lines.size());
        for (var line : lines) {
            written.add(new AuditEntry(++id, step.recorded(), line, details.write(line.changes())));
        }
        entries.saveAllAndFlush(written);
    }

    @ResetHandler
    void forget() {
        entries.deleteAllInBatch();
    }
}
