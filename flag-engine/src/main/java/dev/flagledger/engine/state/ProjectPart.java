package dev.flagledger.engine.state;

import dev.flagledger.engine.Lookup;
import dev.flagledger.engine.state.project.Project;
import java.util.Map;
import java.util.Objects;

/** A project with its index entries. */
record ProjectPart(Project project, ProjectIds ids) {

    static ProjectPart of(Installation installation, int projectId, Map<Integer, ProjectIds> ids) {
        return new ProjectPart(
                Lookup.required(installation.projects(), projectId, "project"),
                Objects.requireNonNull(ids.get(projectId)));
    }

    Installation into(Installation installation) {
        var index = ids.into(installation.index());
        for (var environment : project.environments().values()) {
            index = index.withKey(environment.settings().apiKey(), environment.id());
        }
        return installation.with(project, index);
    }
}
