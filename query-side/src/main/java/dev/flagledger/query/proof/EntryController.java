package dev.flagledger.query.proof;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.query.event.EventPlaces;
import dev.flagledger.query.event.table.EventPlace;
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

    private final EntryReader entries;

    EntryController(EntryReader entries) {
        this.entries = entries;
    }

    @GetMapping("/events/{position}/entry")
    ResponseEntity<byte[]> ofAdministered(AccessContext access, @PathVariable long position) {
        return entry(EventPlaces.administered(access), position);
    }

    @GetMapping("/organisations/{organisationId}/events/{position}/entry")
    ResponseEntity<byte[]> ofOrganisation(
            AccessContext access, @PathVariable int organisationId, @PathVariable long position) {
        return entry(EventPlaces.ofOrganisation(access, organisationId), position);
    }

    @GetMapping("/projects/{projectId}/events/{position}/entry")
    ResponseEntity<byte[]> ofProject(AccessContext access, @PathVariable int projectId, @PathVariable long position) {
        return entry(EventPlaces.ofProject(access, projectId), position);
    }

    private ResponseEntity<byte[]> entry(EventPlace place, long position) {
        var event = found(entries.at(place, position), "Event");
        if (event.isPruned()) {
            throw new Rejected(new Rejection.Pruned());
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(event.requireEntry().unsafeBytes());
    }
}
