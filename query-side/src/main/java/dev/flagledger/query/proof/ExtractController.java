package dev.flagledger.query.proof;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.access.Permission;
import dev.flagledger.ledger.extract.ExtractLine;
import dev.flagledger.ledger.log.store.StoredEvent;
import dev.flagledger.ledger.log.store.StoredEvents;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads events as stored, a page at a time, for extracts. For those who may read the audit log of the scope. */
@RestController
@RequestMapping("/api/v1")
class ExtractController {

    private static final int LIMIT = 1_000;

    private final StoredEvents events;

    ExtractController(StoredEvents events) {
        this.events = events;
    }

    @GetMapping("/organisations/{organisationId}/events/extract")
    ResponseEntity<byte[]> ofOrganisation(
            AccessContext access,
            @PathVariable int organisationId,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(name = "up_to", required = false) @Nullable String upTo,
            @RequestParam(required = false) @Nullable String limit) {
        access.organisation(organisationId, Permission.ORGANISATION_ADMIN);
        return lines(events.ofOrganisation(organisationId, after(after), upTo(upTo), limit(limit)));
    }

    @GetMapping("/projects/{projectId}/events/extract")
    ResponseEntity<byte[]> ofProject(
            AccessContext access,
            @PathVariable int projectId,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(name = "up_to", required = false) @Nullable String upTo,
            @RequestParam(required = false) @Nullable String limit) {
        access.project(projectId, Permission.VIEW_AUDIT_LOG);
        return lines(events.ofProject(projectId, after(after), upTo(upTo), limit(limit)));
    }

    private static long after(@Nullable String text) {
        return PositionParameter.read("after", text, 0L, 0, Long.MAX_VALUE);
    }

    private static long upTo(@Nullable String text) {
        return PositionParameter.read("up_to", text, Long.MAX_VALUE, 0, Long.MAX_VALUE);
    }

    private static int limit(@Nullable String text) {
        return (int) PositionParameter.read("limit", text, (long) LIMIT, 1, LIMIT);
    }

    private static ResponseEntity<byte[]> lines(List<StoredEvent> page) {
        var lines = new ByteArrayOutputStream();
        for (var event : page) {
            lines.writeBytes(new ExtractLine(event, List.of()).bytes());
            lines.write('\n');
        }
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_NDJSON).body(lines.toByteArray());
    }
}
