package dev.flagledger.query.flags;

import dev.flagledger.engine.state.Environment;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.Project;
import dev.flagledger.engine.view.Audience;
import dev.flagledger.engine.view.FlagView;
import dev.flagledger.platform.fold.LiveFold;
import dev.flagledger.platform.http.ContractHeaders;
import dev.flagledger.platform.http.NotCaughtUp;
import dev.flagledger.platform.http.Positions;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** {@code GET /api/v1/flags/}: the flags of the environment whose key the application presents. */
final class FlagsServlet extends HttpServlet {

    private static final String KEY = "X-Environment-Key";
    private static final String VARY = ContractHeaders.VARY + ", " + KEY;

    private final transient LiveFold<Installation> fold;
    private final transient EnvironmentKeys keys;
    private final transient PreparedFlags prepared;
    private final transient Positions positions;
    private final transient JsonMapper json;

    FlagsServlet(
            LiveFold<Installation> fold,
            EnvironmentKeys keys,
            PreparedFlags prepared,
            Positions positions,
            JsonMapper json) {
        this.fold = fold;
        this.keys = keys;
        this.prepared = prepared;
        this.positions = positions;
        this.json = json;
    }

    /** The key is looked at before the method. */
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ContractHeaders.on(request, response, VARY);
        if (ContractHeaders.answeredPreflight(request, response)) {
            return;
        }
        response.addHeader("Allow", "GET, HEAD, OPTIONS");
        var key = request.getHeader(KEY);
        if (key == null || key.isEmpty()) {
            refuse(response, HttpServletResponse.SC_FORBIDDEN, "Invalid or missing Environment key");
            return;
        }
        try {
            positions.awaitWanted(request);
        } catch (NotCaughtUp e) {
            refuse(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, String.valueOf(e.getMessage()));
            return;
        }
        var installation = fold.state();
        var environment = keys.opened(installation, key).orElse(null);
        if (environment == null) {
            refuse(response, HttpServletResponse.SC_FORBIDDEN, "Invalid or missing Environment Key");
            return;
        }
        switch (request.getMethod()) {
            case "GET", "HEAD" -> {
                var project = installation.project(environment.projectId()).orElseThrow();
                var audience = EnvironmentKeys.audience(key);
                answer(response, project, environment, audience, request.getParameter("feature"));
            }
            case "OPTIONS" -> response.setContentLength(0);
            default -> {
                var problem = "Method \"" + request.getMethod() + "\" not allowed.";
                refuse(response, HttpServletResponse.SC_METHOD_NOT_ALLOWED, problem);
            }
        }
    }

    private void answer(
            HttpServletResponse response,
            Project project,
            Environment environment,
            Audience audience,
            @Nullable String feature)
            throws IOException {
        if (feature == null) {
            response.addHeader("X-Flagsmith-Document-Updated-At", UpdatedAt.text(environment.updatedAt()));
            send(response, HttpServletResponse.SC_OK, prepared.of(project, environment, audience));
            return;
        }
        var flag = FlagView.named(project, environment, audience, feature);
        if (flag.isPresent()) {
            send(response, HttpServletResponse.SC_OK, json.writeValueAsBytes(flag.get()));
        } else {
            refuse(response, HttpServletResponse.SC_NOT_FOUND, "Given feature not found");
        }
    }

    private void refuse(HttpServletResponse response, int status, String detail) throws IOException {
        send(response, status, json.writeValueAsBytes(Map.of("detail", detail)));
    }

    private static void send(HttpServletResponse response, int status, byte[] body) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
