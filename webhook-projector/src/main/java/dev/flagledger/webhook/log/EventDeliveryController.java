package dev.flagledger.webhook.log;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.webhook.WebhookCommand;
import dev.flagledger.contract.view.webhook.DeliveryView;
import dev.flagledger.ledger.log.filter.StoredFilter;
import dev.flagledger.ledger.log.store.StoredEvents;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Reads the deliveries of an event, without bodies, for those who may read the audit log of its project or organisation. Whoever was told, was
 * told of that; so what became of its environments does not matter.
 */
@RestController
@RequestMapping("/api/v1")
class EventDeliveryController {

    private final StoredEvents events;
    private final DeliveryLog log;

    EventDeliveryController(StoredEvents events, DeliveryLog log) {
        this.events = events;
        this.log = log;
    }

    @GetMapping("/projects/{projectId}/events/{position}/deliveries")
    List<DeliveryView> listOfProject(AccessContext access, @PathVariable int projectId, @PathVariable long position) {
        access.project(projectId, Permission.VIEW_AUDIT_LOG);
        return deliveries(StoredFilter.ALL.project(projectId), position);
    }

    @GetMapping("/organisations/{organisationId}/events/{position}/deliveries")
    List<DeliveryView> listOfOrganisation(
            AccessContext access, @PathVariable int organisationId, @PathVariable long position) {
        access.organisation(organisationId, Permission.ORGANISATION_ADMIN);
        var own = toOrganisation(organisationId, position);
        return own.isEmpty() ? deliveries(StoredFilter.ALL.organisation(organisationId), position) : own;
    }

    private List<DeliveryView> deliveries(StoredFilter scope, long position) {
        return log.ofEvent(found(events.at(scope, position), "Event").position());
    }

    /**
     * Those of an event that the log assigns to no organisation, such as an erasure: each organisation of the user is told of it, and
     * sees what it was told only. Empty for other events.
     */
    private List<DeliveryView> toOrganisation(int id, long position) {
        if (events.at(StoredFilter.ALL, position)
                .filter(event -> event.scope().organisationId() == null)
                .isEmpty()) {
            return List.of();
        }
        return log.ofEvent(position).stream()
                .filter(delivery -> isOf(id, delivery.webhook()))
                .toList();
    }

    /** Whether a webhook is, or was, one of the organisation. */
    private boolean isOf(int organisationId, int webhookId) {
        var added = StoredFilter.ALL.stream(WebhookCommand.streamOf(webhookId)).organisation(organisationId);
        return !events.find(added, 0, Long.MAX_VALUE, 1).isEmpty();
    }
}
