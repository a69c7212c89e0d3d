package dev.flagledger.query.transfer;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.contract.paging.Page;
import dev.flagledger.contract.paging.PageRequest;
import dev.flagledger.contract.view.project.ImportView;
import dev.flagledger.installation.transfer.Imports;
import dev.flagledger.installation.transfer.KnownImport;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads the imports into a project's environments. */
@RestController
@RequestMapping("/api/v1/projects/{projectId}/feature-imports")
class ImportController {

    private final Imports imports;

    ImportController(Imports imports) {
        this.imports = imports;
    }

    @GetMapping
    Page<ImportView> list(AccessContext access, @PathVariable int projectId, HttpServletRequest request) {
        var environments = AdministeredEnvironments.of(access, projectId);
        return imports.page(environments, PageRequest.fixed(request)).map(ImportController::view);
    }

    private static ImportView view(KnownImport known) {
        return ImportView.of(
                known.id(),
                known.environmentId(),
                known.strategy(),
                known.status().name(),
                known.createdAt());
    }
}
