package dev.flagledger.query.feature;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.access.permission.AccessContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The external resources of a feature, which are not supported: always empty. */
@RestController
class LinkController {

    @GetMapping("/api/v1/projects/{projectId}/features/{featureId}/feature-external-resources")
    Map<String, List<Object>> links(AccessContext access, @PathVariable int projectId, @PathVariable int featureId) {
        found(Optional.ofNullable(access.project(projectId).features().get(featureId)), "Feature");
        return Map.of("results", List.of());
    }
}
