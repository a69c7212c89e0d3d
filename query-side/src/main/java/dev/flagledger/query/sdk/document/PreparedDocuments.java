package dev.flagledger.query.sdk.document;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.contract.http.EntityTag;
import dev.flagledger.contract.view.document.EnvironmentDocument;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.organisation.Organisation;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.engine.state.project.Project;
import dev.flagledger.query.sdk.flags.SdkRequest;
import dev.flagledger.query.sdk.flags.body.PreparedBody;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Documents of environments, prepared on the first request after each change. */
@Component
final class PreparedDocuments {

    private final JsonMapper json;
    private final Clock clock;
    private final Counter hits;
    private final Counter misses;
    private final Map<Integer, PreparedDocument> byId = new ConcurrentHashMap<>();

    PreparedDocuments(JsonMapper json, Clock clock, MeterRegistry registry) {
        this.json = json;
        this.clock = clock;
        this.hits = queries("CACHE_HIT", registry);
        this.misses = queries("CACHE_MISS", registry);
    }

    /** Flagsmith's label values, which are in upper case, contrary to its documentation. */
    private static Counter queries(String result, MeterRegistry registry) {
        return Counter.builder("flagsmith.environment.document.cache.queries")
                .description("Results of cache retrieval for environment document.")
                .tag("result", result)
                .register(registry);
    }

    /** Returns the document prepared for the state of the request; null if it has to be prepared first. */
    @Nullable PreparedDocument ready(SdkRequest sdk) {
        var known = byId.get(sdk.environment().id());
        if (known == null) {
            return null;
        }
        var organisation =
                sdk.installation().organisation(sdk.project().organisationId()).orElseThrow();
        return known.isOf(organisation, sdk.project(), sdk.environment()) ? known : null;
    }

    /** Counts that a prepared document was sent. */
    void countHit() {
        hits.increment();
    }

    /** Returns the document in the state of the request, prepared if necessary. That of an earlier state is not kept. */
    PreparedDocument of(SdkRequest sdk) {
        return sdk.asOf() == null
                ? current(sdk.installation(), sdk.environment())
                : past(sdk.installation(), sdk.environment());
    }

    /** Returns the environment's document in the state that is shown, prepared if necessary. */
    PreparedDocument of(AccessContext access, Environment environment) {
        return access.showsPast()
                ? past(access.installation(), environment)
                : current(access.installation(), environment);
    }

    private PreparedDocument current(Installation installation, Environment environment) {
        var project = installation.project(environment.projectId()).orElseThrow();
        var organisation = installation.organisation(project.organisationId()).orElseThrow();
        if (!byId.containsKey(environment.id())) {
            byId.keySet().removeIf(id -> installation.environment(id).isEmpty());
        }
        return Objects.requireNonNull(byId.compute(environment.id(), (_, known) -> {
            boolean holds = known != null
                    && (known.isOf(organisation, project, environment)
                            || known.updatedAt().isAfter(environment.updatedAt()));
            if (holds) {
                hits.increment();
                return known;
            }
            misses.increment();
            var date = known == null
                    ? DocumentDate.first(environment.updatedAt())
                    : known.date().next(environment.updatedAt(), clock.instant());
            return prepared(organisation, project, environment, date);
        }));
    }

    private PreparedDocument past(Installation installation, Environment environment) {
        var project = installation.project(environment.projectId()).orElseThrow();
        var organisation = installation.organisation(project.organisationId()).orElseThrow();
        return prepared(organisation, project, environment, DocumentDate.first(environment.updatedAt()));
    }

    private PreparedDocument prepared(
            Organisation organisation, Project project, Environment environment, DocumentDate date) {
        var body = json.writeValueAsBytes(EnvironmentDocument.of(organisation, project, environment));
        return new PreparedDocument(
                organisation, project, environment, new PreparedBody(body), EntityTag.of(body), date);
    }
}
