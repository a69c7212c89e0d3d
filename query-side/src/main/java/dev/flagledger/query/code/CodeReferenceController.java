package dev.flagledger.query.code;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.contract.view.feature.CodeReferencesView;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Reads the code references of a feature. */
@RestController
class CodeReferenceController {

    @GetMapping("/api/v1/projects/{projectId}/features/{featureId}/code-references")
    List<CodeReferencesView> list(AccessContext access, @PathVariable int projectId, @PathVariable int featureId) {
        var project = access.project(projectId);
        var feature = found(Optional.ofNullable(project.features().get(featureId)), "Feature");
        return CodeReferencesView.of(project, feature);
    }
}
