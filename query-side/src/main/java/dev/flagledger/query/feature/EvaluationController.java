package dev.flagledger.query.feature;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.error.text.QueryTexts;
import dev.flagledger.contract.form.Form;
import dev.flagledger.query.usage.EvaluationCounter;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads how often a feature was evaluated, by the current and the older route. The latter has no data here. */
@RestController
@RequestMapping("/api/v1/projects/{projectId}/features/{featureId}")
class EvaluationController {

    private static final String PERIOD = "[1-9][0-9]{0,5}[smhdwy]";
    private static final int DAYS = 30;
    private static final int MOST_DAYS = 90;

    private final EvaluationCounter evaluationCounter;

    EvaluationController(EvaluationCounter evaluationCounter) {
        this.evaluationCounter = evaluationCounter;
    }

    /** @param labels the kind of application; always null, since it is not recorded */
    record Evaluated(LocalDate day, long count, @Nullable Map<String, String> labels) {}

    @GetMapping("/evaluation-data")
    List<Evaluated> evaluations(
            AccessContext access, @PathVariable int projectId, @PathVariable int featureId, Form form) {
        requireFeature(access, projectId, featureId);
        int environmentId = form.integer("environment_id");
        int days = Math.clamp(form.integer("period", DAYS), 1, MOST_DAYS);
        form.validate();
        return evaluationCounter.daily(environmentId, featureId, days).stream()
                .map(day -> new Evaluated(day.day(), day.count(), null))
                .toList();
    }

    @GetMapping("/influx-data")
    Map<String, List<Object>> usage(
            AccessContext access, @PathVariable int projectId, @PathVariable int featureId, Form form) {
        requireFeature(access, projectId, featureId);
        form.integer("environment_id");
        form.validate();
        if (!form.raw("period").asString("24h").matches(PERIOD + "|")) {
            throw InvalidInput.list(QueryTexts.MALFORMED_PERIOD);
        }
        return Map.of("events_list", List.of());
    }

    private static void requireFeature(AccessContext access, int projectId, int featureId) {
        found(Optional.ofNullable(access.project(projectId).features().get(featureId)), "Feature");
    }
}
