package dev.flagledger.query.unsupported;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.error.text.QueryTexts;
import dev.flagledger.contract.paging.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The unsupported resources of environments. */
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
        "/warehouse-connections"
    })
    List<Object> listForAdmins(AccessContext access, @PathVariable String apiKey) {
        access.within(apiKey, Permission.ENVIRONMENT_ADMIN);
        return List.of();
    }

    /** Cohorts create segments and their overrides, so they require both permissions. */
    @GetMapping("/cohorts")
    List<Object> cohorts(AccessContext access, @PathVariable String apiKey) {
        var environment = access.within(apiKey, Permission.MANAGE_SEGMENT_OVERRIDES);
        access.require(Permission.MANAGE_SEGMENTS, new Scope.OfProject(environment.projectId()));
        return List.of();
    }

    /** Slack's channels, which require a connection to Slack. */
    @GetMapping("/integrations/slack-channels")
    List<Object> slackChannels(AccessContext access, @PathVariable String apiKey) {
        access.within(apiKey, Permission.ENVIRONMENT_ADMIN);
        throw InvalidInput.detail(QueryTexts.SLACK_TOKEN_MISSING);
    }
}
