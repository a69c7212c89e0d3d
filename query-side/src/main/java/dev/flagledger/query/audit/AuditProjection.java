package dev.flagledger.query.audit;

import dev.flagledger.api.event.Erasing;
import dev.flagledger.engine.change.ErasedAuthors;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.installation.event.FlagEvents;
import dev.flagledger.ledger.history.Step;
import dev.flagledger.ledger.projection.ReadModel;
import dev.flagledger.ledger.projection.Tables;
import dev.flagledger.query.audit.event.AuditLines;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The projection that writes the audit log, in the order of the event log. */
@Component
class AuditProjection implements ReadModel<Installation> {

    static final String NAME = "audit";

    private static final String LINES = "query.audit_entry";

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
    public int version() {
        return 1;
    }

    @Override
    public List<String> tables() {
        return List.of(LINES);
    }

    @Override
    public Optional<Runnable> project(List<Step<Installation>> steps, Tables into) {
        var rows = steps.stream().flatMap(this::rows).toList();
        var erased = steps.stream()
                .flatMap(step -> step.recorded().event() instanceof Erasing erasing
                        ? Stream.of(erasing.erased())
                        : Stream.empty())
                .toList();
        return rows.isEmpty() && erased.isEmpty()
                ? Optional.empty()
                : Optional.of(() -> {
                    table.append(rows, into.of(LINES));
                    erased.forEach(subject -> table.erase(subject, into.of(LINES)));
                });
    }

    private Stream<AuditRow> rows(Step<Installation> step) {
        var recorded = ErasedAuthors.unnamed(FlagEvents.of(step.recorded()), step.after());
        return AuditLines.of(step.before(), recorded, step.after()).stream().map(line -> {
            var redaction = line.redaction();
            return new AuditRow(
                    recorded,
                    line,
                    details.write(line.changes()),
                    redaction == null ? null : details.write(redaction.changes()));
        });
    }
}
