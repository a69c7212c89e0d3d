package dev.flagledger.engine.state;

import dev.flagledger.engine.Lookup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The index entries of one project: the ids of its objects, including deleted ones. */
record ProjectIds(int projectId, List<Integer> environments, List<Integer> features, List<Integer> segments) {

    /** Returns the entries of all projects, including deleted ones. */
    static Map<Integer, ProjectIds> byProject(ProjectIndex index) {
        Map<Integer, ProjectIds> byProject = new HashMap<>();
        for (int id : index.projects()) {
            byProject.put(id, new ProjectIds(id, new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
        }
        index.projectOfEnvironment()
                .forEach((id, project) -> in(byProject, project).environments.add(id));
        index.projectOfFeature()
                .forEach((id, project) -> in(byProject, project).features.add(id));
        index.projectOfSegment()
                .forEach((id, project) -> in(byProject, project).segments.add(id));
        return byProject;
    }

    private static ProjectIds in(Map<Integer, ProjectIds> byProject, int projectId) {
        return Lookup.required(byProject, projectId, "project");
    }

    ProjectIndex into(ProjectIndex index) {
        return new ProjectIndex(
                index.projects().plus(projectId),
                index.projectOfEnvironment().plusAll(toProject(environments)),
                index.projectOfFeature().plusAll(toProject(features)),
                index.projectOfSegment().plusAll(toProject(segments)),
                index.environmentOfKey());
    }

    private Map<Integer, Integer> toProject(List<Integer> ids) {
        Map<Integer, Integer> projects = new HashMap<>();
        ids.forEach(id -> projects.put(id, projectId));
        return projects;
    }
}
