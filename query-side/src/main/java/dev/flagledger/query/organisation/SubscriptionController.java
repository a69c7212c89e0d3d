package dev.flagledger.query.organisation;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.access.Permission;
import dev.flagledger.contract.view.organisation.SubscriptionLimitsView;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Reads an organisation's subscription, which has no limits. */
@RestController
class SubscriptionController {

    @GetMapping("/api/v1/organisations/{id}/get-subscription-metadata")
    SubscriptionLimitsView limits(AccessContext access, @PathVariable int id) {
        access.organisation(id, Permission.ORGANISATION_ADMIN);
        return SubscriptionLimitsView.unlimited();
    }
}
