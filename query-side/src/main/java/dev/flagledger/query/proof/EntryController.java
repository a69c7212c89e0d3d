package dev.flagledger.query.proof;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.access.Permission;
import dev.flagledger.ledger.log.filter.StoredFilter;
import dev.flagledger.ledger.log.store.StoredEvent;
import dev.flagledger.ledger.log.store.StoredEvents;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads the stored bytes of one event, which its hash covers. For those who may read the audit log of the scope. */
@RestController
@RequestMapping("/api/v1")
class EntryController {

    private final StoredEvents events;

    EntryController(StoredEvents events) {
        this.events = events;
    }

    @GetMapping("/organisations/{organisationId}/events/{position}/entry")
    ResponseEntity<byte[]> ofOrganisation(
            AccessContext access, @PathVariable int organisationId, @PathVariable long position) {
        access.organisation(organisationId, Permission.ORGANISATION_ADMIN);
        return bytes(found(events.at(StoredFilter.ALL.organisation(organisationId), position), "Event"));
    }

    @GetMapping("/projects/{projectId}/events/{position}/entry")
    ResponseEntity<byte[]> ofProject(AccessContext access, @PathVariable int projectId, @PathVariable long position) {
        access.project(projectId, Permission.VIEW_AUDIT_LOG);
        return bytes(found(events.at(StoredFilter.ALL.project(projectId), position), "Event"));
    }

    private static ResponseEntity<byte[]> bytes(StoredEvent event) {
        if (event.isPruned()) {
            throw new Rejected(new Rejection.Pruned());
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(event.requireEntry().unsafeBytes());
    }
}
