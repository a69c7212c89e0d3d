package dev.flagledger.query.event.export;

import dev.flagledger.access.security.Caller;
import dev.flagledger.api.event.ExportEvent.EventsExported;
import dev.flagledger.api.event.ExportEvent.Format;
import dev.flagledger.ledger.command.Commands;
import dev.flagledger.ledger.command.NotYetVisible;
import dev.flagledger.ledger.projection.NotCaughtUp;
import dev.flagledger.query.event.ask.EventQuery;
import dev.flagledger.query.event.table.EventPlace;
import dev.flagledger.query.event.table.OfInstallation;
import dev.flagledger.query.event.table.OfOrganisations;
import dev.flagledger.query.event.table.OfProject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/** Records that the log is exported, as an event of the log. */
@Component
public final class LogExports {

    private final Commands commands;
    private final Checkpoints checkpoints;

    LogExports(Commands commands, Checkpoints checkpoints) {
        this.commands = commands;
        this.checkpoints = checkpoints;
    }

    /**
     * Begins an export: records it in the name of the caller, durably, and takes the checkpoint that proves what it will have. Of no
     * organisation at all there is nothing to export and nothing to record, nor by {@code HEAD}, which has no rows.
     *
     * @throws RuntimeException if it could not be recorded: then nothing may be exported
     */
    public LogExport begin(EventPlace place, EventQuery query, Format format, HttpServletRequest request) {
        var id = UUID.randomUUID();
        var event = switch (place) {
            case OfProject(int project) -> new EventsExported(id, List.of(), project, format, query.text());
            case OfInstallation(var ids) ->
                new EventsExported(id, ids.stream().sorted().toList(), null, format, query.sharedText());
            case OfOrganisations(var ids) ->
                new EventsExported(
                        id,
                        ids.stream().sorted().toList(),
                        null,
                        format,
                        ids.size() > 1 ? query.sharedText() : query.text());
        };
        boolean ofNothing =
                place instanceof OfOrganisations && event.organisations().isEmpty();
        if (ofNothing || request.getMethod().equals(HttpMethod.HEAD.name())) {
            return new LogExport(0, checkpoints.newest());
        }
        long position = recorded(event, request);
        return new LogExport(position, checkpoints.covering(position));
    }

    private long recorded(EventsExported event, HttpServletRequest request) {
        try {
            return commands.record("export-" + event.exportId(), event, Caller.of(request));
        } catch (NotYetVisible _) {
            throw new NotCaughtUp("This node");
        }
    }
}
