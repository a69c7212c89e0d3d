package dev.flagledger.query.audit;

import static dev.flagledger.engine.access.Sight.found;

import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.contract.paging.Page;
import dev.flagledger.contract.paging.PageRequest;
import dev.flagledger.engine.access.Sight;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The audit log of all that the caller administers, of one organisation, or of one project. */
@RestController
@RequestMapping("/api/v1")
class AuditController {

    private final AuditLog log;

    AuditController(AuditLog log) {
        this.log = log;
    }

    @GetMapping("/audit")
    Page<AuditView> list(Sight sight, HttpServletRequest request) {
        return list(sight, administered(sight), request);
    }

    @GetMapping("/audit/{id}")
    AuditView retrieve(Sight sight, @PathVariable int id) {
        return retrieve(sight, administered(sight), id);
    }

    @GetMapping("/organisations/{organisationId}/audit")
    Page<AuditView> listOfOrganisation(Sight sight, @PathVariable int organisationId, HttpServletRequest request) {
        return list(sight, ofOrganisation(sight, organisationId), request);
    }

    @GetMapping("/organisations/{organisationId}/audit/{id}")
    AuditView retrieveOfOrganisation(Sight sight, @PathVariable int organisationId, @PathVariable int id) {
        return retrieve(sight, ofOrganisation(sight, organisationId), id);
    }

    @GetMapping("/projects/{projectId}/audit")
    Page<AuditView> listOfProject(Sight sight, @PathVariable int projectId, HttpServletRequest request) {
        return list(sight, ofProject(sight, projectId), request);
    }

    @GetMapping("/projects/{projectId}/audit/{id}")
    AuditView retrieveOfProject(Sight sight, @PathVariable int projectId, @PathVariable int id) {
        return retrieve(sight, ofProject(sight, projectId), id);
    }

    private Page<AuditView> list(Sight sight, Specification<AuditEntry> scope, HttpServletRequest request) {
        return log.page(AuditQuery.of(request).within(scope), PageRequest.sized(request))
                .map(entry -> AuditView.listed(entry, sight.installation()));
    }

    private AuditView retrieve(Sight sight, Specification<AuditEntry> scope, int id) {
        return log.detail(found(log.entry(scope, id), "AuditLog"), sight.installation());
    }

    private static Specification<AuditEntry> administered(Sight sight) {
        var organisations = sight.installation().organisations().keySet().stream()
                .filter(id -> sight.may(Permission.ORGANISATION_ADMIN, new Scope.OfOrganisation(id)))
                .toList();
        return (entry, _, _) -> entry.get("organisationId").in(organisations);
    }

    private static Specification<AuditEntry> ofOrganisation(Sight sight, int id) {
        sight.organisation(id, Permission.ORGANISATION_ADMIN);
        return (entry, _, builder) -> builder.equal(entry.get("organisationId"), id);
    }

    private static Specification<AuditEntry> ofProject(Sight sight, int id) {
        sight.project(id, Permission.VIEW_AUDIT_LOG);
        return (entry, _, builder) -> builder.equal(entry.get("projectId"), id);
    }
}
