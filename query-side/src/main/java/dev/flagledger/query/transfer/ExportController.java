package dev.flagledger.query.transfer;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.contract.paging.Page;
import dev.flagledger.contract.paging.PageRequest;
import dev.flagledger.contract.view.project.ExportView;
import dev.flagledger.installation.transfer.Exports;
import dev.flagledger.installation.transfer.KnownExport;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads the exports of a project's environments, and their files. */
@RestController
@RequestMapping("/api/v1")
class ExportController {

    private final Exports exports;

    ExportController(Exports exports) {
        this.exports = exports;
    }

    @GetMapping("/projects/{projectId}/feature-exports")
    Page<ExportView> list(AccessContext access, @PathVariable int projectId, HttpServletRequest request) {
        var environments = AdministeredEnvironments.of(access, projectId);
        return exports.page(environments, PageRequest.fixed(request)).map(ExportController::view);
    }

    /** The exports of a deleted environment are not found. */
    @GetMapping("/features/download-feature-export/{id}")
    ResponseEntity<byte[]> download(AccessContext access, @PathVariable int id) {
        var known = found(
                exports.find(id)
                        .filter(export -> access.installation()
                                .environment(export.environmentId())
                                .isPresent()),
                "FeatureExport");
        access.require(Permission.ENVIRONMENT_ADMIN, new Scope.OfEnvironment(known.environmentId()));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=feature_export." + id + ".json")
                .body(found(exports.document(id), "FeatureExport"));
    }

    private static ExportView view(KnownExport export) {
        return ExportView.of(export.id(), export.name(), export.environmentId(), export.createdAt());
    }
}
