package dev.flagledger.webhook.log;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.access.Permission;
import dev.flagledger.contract.view.webhook.DeliveryView;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Reads the deliveries of an event, without bodies, for those who may read the project's audit log. */
@RestController
class EventDeliveryController {

    private final DeliveryLog log;

    EventDeliveryController(DeliveryLog log) {
        this.log = log;
    }

    @GetMapping("/api/v1/projects/{projectId}/events/{position}/deliveries")
    List<DeliveryView> list(AccessContext access, @PathVariable int projectId, @PathVariable long position) {
        var project = access.project(projectId, Permission.VIEW_AUDIT_LOG);
        return log.ofEvent(position, project.environments().keySet());
    }
}
