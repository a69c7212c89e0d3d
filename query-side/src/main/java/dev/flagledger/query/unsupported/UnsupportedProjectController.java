package dev.flagledger.query.unsupported;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.contract.paging.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The unsupported resources of projects. */
@RestController
@RequestMapping("/api/v1/projects/{id}")
class UnsupportedProjectController {

    @GetMapping({"/change-requests", "/release-pipelines"})
    Page<Object> pageForViewers(AccessContext access, @PathVariable int id, HttpServletRequest request) {
        access.project(id);
        return EmptyPage.of(request);
    }

    @GetMapping("/imports/launch-darkly")
    List<Object> listForViewers(AccessContext access, @PathVariable int id) {
        access.project(id);
        return List.of();
    }

    @GetMapping({"/integrations/datadog", "/integrations/gitlab", "/integrations/grafana", "/integrations/new-relic"})
    List<Object> listForAdmins(AccessContext access, @PathVariable int id) {
        access.require(
                Permission.PROJECT_ADMIN, new Scope.OfProject(access.project(id).id()));
        return List.of();
    }
}
