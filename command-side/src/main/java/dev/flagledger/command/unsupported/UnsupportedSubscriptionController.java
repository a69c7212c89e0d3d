package dev.flagledger.command.unsupported;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.access.Permission;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.error.text.QueryTexts;
import dev.flagledger.contract.view.organisation.OrganisationView;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints by which the dashboard buys subscriptions. There is nothing to buy. */
@RestController
@RequestMapping("/api/v1/organisations/{id}")
class UnsupportedSubscriptionController {

    @PostMapping("/get-hosted-page-url-for-subscription-upgrade")
    void upgrade(AccessContext access, @PathVariable int id) {
        access.organisation(id, Permission.ORGANISATION_ADMIN);
        throw InvalidInput.detail(QueryTexts.NO_SUBSCRIPTION);
    }

    @PostMapping("/update-subscription")
    OrganisationView acceptWithoutEffect(CommandContext context, @PathVariable int id) {
        return OrganisationView.seenBy(
                context.actor(), context.access().organisation(id, Permission.ORGANISATION_ADMIN));
    }
}
