package dev.flagledger.query.proof;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.access.Permission;
import dev.flagledger.ledger.extract.ExtractLine;
import dev.flagledger.ledger.log.store.StoredEvent;
import dev.flagledger.ledger.log.store.StoredEvents;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads events as stored, a page at a time, for extracts. For those who may read the audit log of the scope. */
@RestController
@RequestMapping("/api/v1")
class ExtractController {

    private final StoredEvents events;

    ExtractController(StoredEvents events) {
        this.events = events;
    }

    @GetMapping("/organisations/{organisationId}/events/extract")
    ResponseEntity<byte[]> ofOrganisation(
            AccessContext access, @PathVariable int organisationId, HttpServletRequest request) {
        access.organisation(organisationId, Permission.ORGANISATION_ADMIN);
        var range = ExtractRange.of(request);
        return lines(events.ofOrganisation(organisationId, range.after(), range.upTo(), range.limit()));
    }

    @GetMapping("/projects/{projectId}/events/extract")
    ResponseEntity<byte[]> ofProject(AccessContext access, @PathVariable int projectId, HttpServletRequest request) {
        access.project(projectId, Permission.VIEW_AUDIT_LOG);
        var range = ExtractRange.of(request);
        return lines(events.ofProject(projectId, range.after(), range.upTo(), range.limit()));
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
