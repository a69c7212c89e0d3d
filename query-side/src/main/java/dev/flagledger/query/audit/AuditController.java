package dev.flagledger.query.audit;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.access.Permission;
import dev.flagledger.contract.paging.Page;
import dev.flagledger.contract.paging.PageRequest;
import dev.flagledger.contract.view.audit.AuditLineView;
import dev.flagledger.query.audit.find.AuditScope;
import dev.flagledger.query.audit.find.LineFilter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads the audit log of all organisations that the caller administers, of one organisation, or of one project. */
@RestController
@RequestMapping("/api/v1")
class AuditController {

    private final AuditLog log;

    AuditController(AuditLog log) {
        this.log = log;
    }

    @GetMapping("/audit")
    Page<AuditLineView> list(AccessContext access, HttpServletRequest request) {
        return list(access, administered(access), request);
    }

    @GetMapping("/audit/{id}")
    AuditLineView retrieve(AccessContext access, @PathVariable int id) {
        return retrieve(access, administered(access), id);
    }

    @GetMapping("/organisations/{organisationId}/audit")
    Page<AuditLineView> listOfOrganisation(
            AccessContext access, @PathVariable int organisationId, HttpServletRequest request) {
        return list(access, ofOrganisation(access, organisationId), request);
    }

    @GetMapping("/organisations/{organisationId}/audit/{id}")
    AuditLineView retrieveOfOrganisation(AccessContext access, @PathVariable int organisationId, @PathVariable int id) {
        return retrieve(access, ofOrganisation(access, organisationId), id);
    }

    @GetMapping("/projects/{projectId}/audit")
    Page<AuditLineView> listOfProject(AccessContext access, @PathVariable int projectId, HttpServletRequest request) {
        return list(access, ofProject(access, projectId), request);
    }

    @GetMapping("/projects/{projectId}/audit/{id}")
    AuditLineView retrieveOfProject(AccessContext access, @PathVariable int projectId, @PathVariable int id) {
        return retrieve(access, ofProject(access, projectId), id);
    }

    private Page<AuditLineView> list(AccessContext access, AuditScope scope, HttpServletRequest request) {
        return log.page(filter(access, scope, request), PageRequest.sized(request))
                .map(entry -> AuditLineView.listed(entry, access.installation()));
    }

    private static LineFilter filter(AccessContext access, AuditScope scope, HttpServletRequest request) {
        return AuditParameters.read(request).within(scope, access.installation().formerProjects()::ofEnvironment);
    }

    private AuditLineView retrieve(AccessContext access, AuditScope scope, int id) {
        return log.detail(found(log.entry(scope, id), "AuditLog"), access.installation());
    }

    private static AuditScope administered(AccessContext access) {
        return AuditScope.ofOrganisations(access.administeredOrganisations());
    }

    private static AuditScope ofOrganisation(AccessContext access, int id) {
        access.organisation(id, Permission.ORGANISATION_ADMIN);
        return AuditScope.ofOrganisations(List.of(id));
    }

    private static AuditScope ofProject(AccessContext access, int id) {
        access.project(id, Permission.VIEW_AUDIT_LOG);
        return AuditScope.ofProject(id);
    }
}
