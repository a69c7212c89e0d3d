package dev.flagledger.query.unsupported;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.paging.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What an environment has none of yet. */
@RestController
@RequestMapping("/api/v1/environments/{apiKey}")
class UnsupportedEnvironmentController {

    @GetMapping("/list-change-requests")
    Page<Object> pageForViewers(AccessContext access, @PathVariable String apiKey, HttpServletRequest request) {
        access.within(apiKey, Permission.VIEW_ENVIRONMENT);
        return EmptyPage.of(request);
    }

    @GetMapping({"/experiments", "/experiment-metrics"})
    Page<Object> pageForAdmins(AccessContext access, @PathVariable String apiKey, HttpServletRequest request) {
        access.within(apiKey, Permission.ENVIRONMENT_ADMIN);
        return EmptyPage.of(request);
    }

    @GetMapping({
        "/integrations/amplitude",
        "/integrations/dynatrace",
        "/integrations/grafana",
        "/integrations/heap",
        "/integrations/mixpanel",
        "/integrations/rudderstack",
        "/integrations/segment",
        "/integrations/sentry",
        "/integrations/slack",
        "/integrations/webhook",
        "/warehouse-connections"
    })
    List<Object> listForAdmins(AccessContext access, @PathVariable String apiKey) {
        access.within(apiKey, Permission.ENVIRONMENT_ADMIN);
        return List.of();
    }

    /** Cohorts make segments and override features for them, so they are for those who may do both. */
    @GetMapping("/cohorts")
    List<Object> cohorts(AccessContext access, @PathVariable String apiKey) {
        var environment = access.within(apiKey, Permission.MANAGE_SEGMENT_OVERRIDES);
        access.require(Permission.MANAGE_SEGMENTS, new Scope.OfProject(environment.projectId()));
        return List.of();
    }

    /** These are Slack's to tell, and no environment has a connection to it. */
    @GetMapping("/integrations/slack-channels")
    List<Object> slackChannels(AccessContext access, @PathVariable String apiKey) {
        access.within(apiKey, Permission.ENVIRONMENT_ADMIN);
        throw InvalidInput.detail("Slack api token not found. Please generate the token using oauth");
    }
}
