package dev.flagledger.query.sdk.flags;

import dev.flagledger.api.environment.EnvironmentSettings;
import dev.flagledger.api.project.ProjectSettings;
import dev.flagledger.engine.state.Environment;
import dev.flagledger.engine.state.Feature;
import dev.flagledger.engine.state.Flag;
import dev.flagledger.engine.state.Project;
import dev.flagledger.engine.view.Audience;
import dev.flagledger.engine.view.FlagView;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The list of flags of each environment, as the bytes to send. What it is made of is immutable, so one look tells
 * whether the bytes still hold: they do as long as they were made of the very same parts.
 */
@Component
class PreparedFlags {

    private final JsonMapper json;
    private final Map<Key, Prepared> answers = new ConcurrentHashMap<>();

    PreparedFlags(JsonMapper json) {
        this.json = json;
    }

    /** The JSON array of the environment's flags for this audience. Not to be modified. */
    byte[] of(Project project, Environment environment, Audience audience) {
        var key = new Key(environment.id(), audience);
        var parts = new Parts(environment.flags(), environment.settings(), project.features(), project.settings());
        var prepared = answers.get(key);
        if (prepared == null || !prepared.parts().same(parts)) {
            var body = json.writeValueAsBytes(FlagView.all(project, environment, audience));
            prepared = new Prepared(parts, body);
            answers.put(key, prepared);
        }
        return prepared.body();
    }

    private record Key(int environmentId, Audience audience) {}

    @SuppressWarnings("ArrayRecordComponent") // neither compared nor modified
    private record Prepared(Parts parts, byte[] body) {}

    private record Parts(
            Map<Integer, Flag> flags,
            EnvironmentSettings environment,
            Map<Integer, Feature> features,
            ProjectSettings project) {

        @SuppressWarnings("ReferenceEquality") // immutable parts: the same ones give the same bytes, and it is quick
        boolean same(Parts other) {
            return flags == other.flags
                    && environment == other.environment
                    && features == other.features
                    && project == other.project;
        }
    }
}
