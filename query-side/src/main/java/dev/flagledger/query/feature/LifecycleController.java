package dev.flagledger.query.feature;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.engine.lifecycle.Stage;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Reads the number of features per lifecycle stage in an environment. */
@RestController
class LifecycleController {

    private final Clock clock;

    LifecycleController(Clock clock) {
        this.clock = clock;
    }

    /** Empty for callers who may not view the environment. */
    @GetMapping("/api/v1/environments/{environmentId}/feature-lifecycle-counts")
    ResponseEntity<Map<String, Integer>> counts(AccessContext access, @PathVariable int environmentId) {
        var project = found(access.installation().projectOfEnvironment(environmentId), "Environment");
        if (!access.may(Permission.VIEW_ENVIRONMENT, new Scope.OfEnvironment(environmentId))) {
            return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
        }
        var now = clock.instant();
        var counts = new LinkedHashMap<String, Integer>();
        for (var stage : Stage.values()) {
            counts.put(stage.wireName(), 0);
        }
        project.features()
                .values()
                .forEach(feature -> counts.merge(Stage.of(project, feature, now).wireName(), 1, Integer::sum));
        return ResponseEntity.ok(counts);
    }
}
