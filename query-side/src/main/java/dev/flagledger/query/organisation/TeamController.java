package dev.flagledger.query.organisation;

import dev.flagledger.api.access.Permission;
import dev.flagledger.engine.access.Sight;
import dev.flagledger.engine.view.SubscriptionLimitsView;
import dev.flagledger.platform.paging.Page;
import dev.flagledger.platform.paging.PageRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What clients ask of an organisation's groups, roles and subscription, none of which it has so far. */
@RestController
@RequestMapping("/api/v1/organisations/{id}")
class TeamController {

    @GetMapping({"/groups", "/groups/my-groups", "/roles"})
    Page<Object> none(Sight sight, @PathVariable int id, HttpServletRequest request) {
        sight.organisation(id, Permission.VIEW_ORGANISATION);
        return PageRequest.fixed(request).of(List.of());
    }

    @GetMapping("/groups/summaries")
    List<Object> summaries(Sight sight, @PathVariable int id) {
        sight.organisation(id, Permission.VIEW_ORGANISATION);
        return List.of();
    }

    @GetMapping("/get-subscription-metadata")
    SubscriptionLimitsView limits(Sight sight, @PathVariable int id) {
        sight.organisation(id, Permission.ORGANISATION_ADMIN);
        return SubscriptionLimitsView.unlimited();
    }
}
