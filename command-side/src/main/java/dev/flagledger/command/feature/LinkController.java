package dev.flagledger.command.feature;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.access.Permission;
import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.error.text.project.ProjectTexts;
import java.util.Optional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Endpoint that links a feature to issues and pull requests, which is refused: no project has an integration. */
@RestController
class LinkController {

    @PostMapping("/api/v1/projects/{projectId}/features/{featureId}/feature-external-resources")
    void link(AccessContext access, @PathVariable int projectId, @PathVariable int featureId) {
        var project = access.project(projectId, Permission.VIEW_PROJECT);
        found(Optional.ofNullable(project.features().get(featureId)), "Feature");
        throw InvalidInput.detail(ProjectTexts.NO_GITHUB);
    }
}
