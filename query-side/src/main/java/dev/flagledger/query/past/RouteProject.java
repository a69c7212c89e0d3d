package dev.flagledger.query.past;

import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.project.Environment;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerMapping;

/** The project that a route names, or whose environment it names by its key or in the query. */
final class RouteProject {

    private RouteProject() {}

    /** Empty if the route names neither, or an environment that never existed. */
    static Optional<Integer> of(HttpServletRequest request, Installation now) {
        var variables = (Map<?, ?>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        var project = variables.get("projectId");
        var key = variables.get("apiKey");
        if (project != null) {
            return number(project);
        }
        return key == null
                ? number(request.getParameter("environment"))
                        .flatMap(id -> Optional.ofNullable(now.formerProjects().ofEnvironment(id)))
                : now.environmentOfKey(key.toString()).map(Environment::projectId);
    }

    private static Optional<Integer> number(@Nullable Object text) {
        return Optional.ofNullable(text)
                .map(Objects::toString)
                .filter(digits -> digits.matches("[0-9]{1,9}"))
                .map(Integer::valueOf);
    }
}
