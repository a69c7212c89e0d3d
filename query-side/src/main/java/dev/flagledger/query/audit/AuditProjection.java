package dev.flagledger.query.audit;

import dev.flagledger.engine.state.Installation;
import dev.flagledger.ledger.history.Step;
import dev.flagledger.ledger.projection.ReadModel;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Writes the audit log: the lines of each event, in the order of the log. */
@Component
class AuditProjection implements ReadModel<Installation> {

    static final String NAME = "audit";

    private final AuditTable table;
    private final ChangeDetails details;

    AuditProjection(AuditTable table, ChangeDetails details) {
        this.table = table;
        this.details = details;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String table() {
        return "audit_entry";
    }

    @Override
    public Optional<Runnable> project(List<Step<Installation>> steps, String into) {
        var rows = steps.stream().flatMap(this::rows).toList();
        return rows.isEmpty() ? Optional.empty() : Optional.of(() -> table.append(rows, into));
    }

    private Stream<AuditRow> rows(Step<Installation> step) {
        return AuditLines.of(step.before(), step.recorded(), step.after()).stream()
                .map(line -> new AuditRow(step.recorded(), line, details.write(line.changes())));
    }
}
