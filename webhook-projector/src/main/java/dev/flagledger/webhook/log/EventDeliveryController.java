package dev.flagledger.webhook.log;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.access.Permission;
import dev.flagledger.contract.view.webhook.DeliveryView;
import dev.flagledger.ledger.log.filter.StoredFilter;
import dev.flagledger.ledger.log.store.StoredEvents;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Reads the deliveries of an event, without bodies, for those who may read the audit log of its project. Whoever was told, was told
 * of that project; so what became of its environments does not matter.
 */
@RestController
class EventDeliveryController {

    private final StoredEvents events;
    private final DeliveryLog log;

    EventDeliveryController(StoredEvents events, DeliveryLog log) {
        this.events = events;
        this.log = log;
    }

    @GetMapping("/api/v1/projects/{projectId}/events/{position}/deliveries")
    List<DeliveryView> list(AccessContext access, @PathVariable int projectId, @PathVariable long position) {
        access.project(projectId, Permission.VIEW_AUDIT_LOG);
        return log.ofEvent(found(events.at(StoredFilter.ALL.project(projectId), position), "Event")
                .position());
    }
}
