package dev.flagledger.engine.state;

import dev.flagledger.api.event.RecordedEvent;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * Everything that the log says, folded up to one position. {@link #evolve} is total over the events of the catalogue:
 * the same events in the same order always give an equal installation.
 */
public final class Installation {

    /** Before anything happened. */
    public static final Installation EMPTY =
            new Installation(TreePMap.empty(), TreePMap.empty(), TreePMap.empty(), MetadataFields.EMPTY, Index.EMPTY);

    private final PSortedMap<Integer, User> users;
    private final PSortedMap<Integer, Organisation> organisations;
    private final PSortedMap<Integer, Project> projects;
    private final MetadataFields metadata;
    private final Index index;

    private Installation(
            PSortedMap<Integer, User> users,
            PSortedMap<Integer, Organisation> organisations,
            PSortedMap<Integer, Project> projects,
            MetadataFields metadata,
            Index index) {
        this.users = users;
        this.organisations = organisations;
        this.projects = projects;
        this.metadata = metadata;
        this.index = index;
    }

    /** Users by id, in the order of their ids; likewise below. */
    public Map<Integer, User> users() {
        return users;
    }

    public Map<Integer, Organisation> organisations() {
        return organisations;
    }

    public Map<Integer, Project> projects() {
        return projects;
    }

    /** The custom fields. */
    public MetadataFields metadata() {
        return metadata;
    }

    public Optional<User> user(int id) {
        return Optional.ofNullable(users.get(id));
    }

    public Optional<Organisation> organisation(int id) {
        return Optional.ofNullable(organisations.get(id));
    }

    public Optional<Project> project(int id) {
        return Optional.ofNullable(projects.get(id));
    }

    /** The project that the environment belongs to; empty once either is deleted. Likewise below. */
    public Optional<Project> projectOfEnvironment(int environmentId) {
        return Optional.ofNullable(index.projectOfEnvironment().get(environmentId))
                .flatMap(this::project)
                .filter(project -> project.environments().containsKey(environmentId));
    }

    /** The project that the feature belongs to. */
    public Optional<Project> projectOfFeature(int featureId) {
        return Optional.ofNullable(index.projectOfFeature().get(featureId))
                .flatMap(this::project)
                .filter(project -> project.features().containsKey(featureId));
    }

    /** The project that the segment belongs to. */
    public Optional<Project> projectOfSegment(int segmentId) {
        return Optional.ofNullable(index.projectOfSegment().get(segmentId))
                .flatMap(this::project)
                .filter(project -> project.segments().containsKey(segmentId));
    }

    /** The id of the project that the environment belongs or belonged to; null if there never was such an environment. */
    public @Nullable Integer formerProjectOfEnvironment(int environmentId) {
        return index.projectOfEnvironment().get(environmentId);
    }

    /** The same of a feature. */
    public @Nullable Integer formerProjectOfFeature(int featureId) {
        return index.projectOfFeature().get(featureId);
    }

    /** The same of a segment. */
    public @Nullable Integer formerProjectOfSegment(int segmentId) {
        return index.projectOfSegment().get(segmentId);
    }

    /** The environment with this client key; the key is compared exactly. */
    public Optional<Environment> environmentOfKey(String apiKey) {
        return Optional.ofNullable(index.environmentOfKey().get(apiKey)).flatMap(this::environment);
    }

    public Optional<Environment> environment(int id) {
        return projectOfEnvironment(id).map(project -> project.environment(id));
    }

    /**
     * The installation after this event.
     *
     * @throws IllegalStateException if the event speaks of something that the log never introduced, or is of no known
     *     kind; a fold must stop rather than go on without an event
     */
    public Installation evolve(RecordedEvent recorded) {
        return InstallationFold.evolve(this, recorded);
    }

    Index index() {
        return index;
    }

    Installation withUsers(UnaryOperator<PSortedMap<Integer, User>> change) {
        return new Installation(change.apply(users), organisations, projects, metadata, index);
    }

    Installation withOrganisations(UnaryOperator<PSortedMap<Integer, Organisation>> change) {
        return new Installation(users, change.apply(organisations), projects, metadata, index);
    }

    Installation withMetadata(UnaryOperator<MetadataFields> change) {
        return new Installation(users, organisations, projects, change.apply(metadata), index);
    }

    Installation withoutProject(int projectId) {
        index.requireProject(projectId);
        return new Installation(
                users, organisations, projects.minus(projectId), metadata.withoutProject(projectId), index);
    }

    /** Without whatever is left of an organisation that is gone. */
    Installation withoutAllOf(int organisationId) {
        var left = projects.values().stream()
                .filter(project -> project.organisationId() == organisationId)
                .map(Project::id)
                .toList();
        return new Installation(
                users, organisations, projects.minusAll(left), metadata.withoutOrganisation(organisationId), index);
    }

    /** With the project of this environment changed; see below. */
    Installation inProjectOf(int environmentId, UnaryOperator<Project> change) {
        return inProject(Known.in(index.projectOfEnvironment(), environmentId, "environment"), change);
    }

    /** With this project changed; the same if it has been deleted. Fails if there never was one. */
    Installation inProject(int projectId, UnaryOperator<Project> change) {
        var project = projects.get(projectId);
        if (project != null) {
            return with(change.apply(project), index);
        }
        index.requireProject(projectId);
        return this;
    }

    /** With all projects of this organisation changed. */
    Installation inProjectsOf(int organisationId, UnaryOperator<Project> change) {
        var changed = projects;
        for (var project : projects.values()) {
            if (project.organisationId() == organisationId) {
                changed = changed.plus(project.id(), change.apply(project));
            }
        }
        return new Installation(users, organisations, changed, metadata, index);
    }

    Installation with(Project project, Index changed) {
        return new Installation(users, organisations, projects.plus(project.id(), project), metadata, changed);
    }

    Installation with(Index changed) {
        return new Installation(users, organisations, projects, metadata, changed);
    }
}
