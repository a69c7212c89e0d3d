package dev.flagledger.query.audit;

import dev.flagledger.api.Subject;
import dev.flagledger.api.event.Erasing;
import dev.flagledger.api.event.OrganisationEvent.EventsPruned;
import dev.flagledger.api.event.RecordedEvent;
import dev.flagledger.contract.audit.event.AuditLines;
import dev.flagledger.contract.audit.line.AuditLine;
import dev.flagledger.engine.change.ErasedAuthors;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.installation.event.FlagEvents;
import dev.flagledger.ledger.history.Step;
import dev.flagledger.ledger.projection.ReadModel;
import dev.flagledger.ledger.projection.Tables;
import dev.flagledger.query.audit.row.AuditModel;
import dev.flagledger.query.audit.row.EventRow;
import dev.flagledger.query.audit.row.EventRows;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The projection that writes the audit log, in the order of the event log: a row for each event, and the contract's lines. */
@Component
class AuditProjection implements ReadModel<Installation> {

    private final AuditTable lines;
    private final EventTable events;
    private final ChangeDetails details;

    AuditProjection(AuditTable lines, EventTable events, ChangeDetails details) {
        this.lines = lines;
        this.events = events;
        this.details = details;
    }

    /** The lines of an event and its row. */
    private record Written(List<AuditRow> lines, EventRow row) {}

    @Override
    public String name() {
        return AuditModel.NAME;
    }

    @Override
    public int version() {
        return 6;
    }

    @Override
    public List<String> tables() {
        return List.of(AuditModel.LINES, AuditModel.TEXTS, AuditModel.EVENTS);
    }

    @Override
    public Optional<Runnable> project(List<Step<Installation>> steps, Tables into) {
        var written = steps.stream().map(this::written).toList();
        var erased = steps.stream()
                .flatMap(step -> step.recorded().event() instanceof Erasing erasing
                        ? Stream.of(erasing.erased())
                        : Stream.empty())
                .toList();
        var pruned = steps.stream()
                .flatMap(step ->
                        step.recorded().event() instanceof EventsPruned event ? Stream.of(event) : Stream.empty())
                .toList();
        return written.isEmpty()
                ? Optional.empty()
                : Optional.of(() -> {
                    write(written, erased, into);
                    pruned.forEach(event -> {
                        lines.prune(event, into);
                        events.prune(event, into.of(AuditModel.EVENTS));
                    });
                });
    }

    private void write(List<Written> written, List<Subject> erased, Tables into) {
        var contract = written.stream().flatMap(event -> event.lines().stream()).toList();
        if (!contract.isEmpty()) {
            lines.append(contract, into);
        }
        events.append(written.stream().map(Written::row).toList(), into.of(AuditModel.EVENTS));
        for (var subject : erased) {
            lines.erase(subject, into);
            events.erase(subject, into.of(AuditModel.EVENTS));
        }
    }

    private Written written(Step<Installation> step) {
        var recorded = ErasedAuthors.unnamed(FlagEvents.of(step.recorded()), step.after());
        var told = AuditLines.of(step.before(), recorded, step.after());
        var rows = told.stream().map(line -> row(recorded, line)).toList();
        return new Written(rows, EventRows.of(step.before(), recorded, step.after(), told));
    }

    private AuditRow row(RecordedEvent recorded, AuditLine line) {
        var redaction = line.redaction();
        return new AuditRow(
                recorded,
                line,
                details.write(line.changes()),
                redaction == null ? null : details.write(redaction.changes()));
    }
}
