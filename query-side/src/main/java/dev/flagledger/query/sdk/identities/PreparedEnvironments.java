package dev.flagledger.query.sdk.identities;

import dev.flagledger.engine.evaluation.environment.EnvironmentEvaluator;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.engine.state.project.Project;
import dev.flagledger.query.sdk.flags.RecentlyUsed;
import dev.flagledger.query.sdk.flags.SdkRequest;
import dev.flagledger.query.sdk.identities.registry.IdentityCache;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Prepares environments on the first request after each change, and reuses what has not changed. */
@Component
public final class PreparedEnvironments {

    private final JsonMapper json;
    private final IdentityCache identities;
    private final boolean segmentIds;
    private final Map<Integer, PreparedEnvironment> byId = RecentlyUsed.map();

    PreparedEnvironments(JsonMapper json, IdentityCache identities, SdkSettings settings) {
        this.json = json;
        this.identities = identities;
        this.segmentIds = settings.sdk().segmentIds();
    }

    /** Returns the environment in the state of the request, prepared if necessary. Earlier states are not kept. */
    public PreparedEnvironment of(SdkRequest sdk) {
        var project = sdk.project();
        var environment = sdk.environment();
        if (sdk.asOf() != null) {
            return next(project, environment, null);
        }
        var known = byId.get(environment.id());
        return known != null && known.isOf(project, environment) ? known : prepared(project, environment);
    }

    /** Returns the environment prepared for the state of the request; null if it has to be prepared first. */
    @Nullable PreparedEnvironment ready(SdkRequest sdk) {
        var known = byId.get(sdk.environment().id());
        return known != null && known.isOf(sdk.project(), sdk.environment()) ? known : null;
    }

    /** Prepares the environment once for concurrent requests. Cached responses are dropped after the map's lock is released. */
    private PreparedEnvironment prepared(Project project, Environment environment) {
        var changed = new AtomicBoolean();
        var prepared = byId.compute(environment.id(), (_, known) -> {
            if (known != null && known.isOf(project, environment)) {
                return known;
            }
            changed.setPlain(true);
            return next(project, environment, known);
        });
        if (changed.getPlain()) {
            identities.forgetAnswers(environment.id());
        }
        return Objects.requireNonNull(prepared);
    }

    private PreparedEnvironment next(Project project, Environment environment, @Nullable PreparedEnvironment known) {
        var evaluator = known == null
                ? EnvironmentEvaluator.of(project, environment)
                : known.evaluator().next(project, environment);
        return new PreparedEnvironment(project, environment, evaluator, json, segmentIds);
    }
}
