package dev.flagledger.query.event;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.query.event.ask.EventParameters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads the history of a feature, which may have been deleted. */
@RestController
@RequestMapping("/api/v1/projects/{projectId}/features/{featureId}/history")
class FeatureHistoryController {

    private final EventAnswers answers;

    FeatureHistoryController(EventAnswers answers) {
        this.answers = answers;
    }

    @EventList
    @Nullable EventPage list(
            AccessContext access,
            @PathVariable int projectId,
            @PathVariable int featureId,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var place = EventPlaces.ofProject(access, projectId);
        var query = EventParameters.read(request, access.installation()).ofFeature(featureId);
        return answers.list(place, query, request, response);
    }
}
