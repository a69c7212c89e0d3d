package dev.flagledger.engine.state;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.event.RecordedEvent;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePSet;
import org.pcollections.PSet;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * Everything that the log says, folded up to one position. {@link #evolve} is total over the events of the catalogue:
 * the same events in the same order always give an equal installation.
 */
public final class Installation {

    /** Before anything happened. */
    public static final Installation EMPTY = new Installation(
            TreePMap.empty(),
            TreePMap.empty(),
            TreePMap.empty(),
            MetadataFields.EMPTY,
            Index.EMPTY,
            HashTreePSet.empty());

    private final PSortedMap<Integer, User> users;
    private final PSortedMap<Integer, Organisation> organisations;
    private final PSortedMap<Integer, Project> projects;
    private final MetadataFields metadata;
    private final Index index;
    private final PSet<Integer> withheld;

    private Installation(
            PSortedMap<Integer, User> users,
            PSortedMap<Integer, Organisation> organisations,
            PSortedMap<Integer, Project> projects,
            MetadataFields metadata,
            Index index,
            PSet<Integer> withheld) {
        this.users = users;
        this.organisations = organisations;
        this.projects = projects;
        this.metadata = metadata;
        this.index = index;
        this.withheld = withheld;
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

    /**
     * The project; empty if there is none.
     *
     * @throws Rejected if it is withheld; likewise below
     */
    public Optional<Project> project(int id) {
        if (withheld.contains(id)) {
            throw new Rejected(new Rejection.Withheld());
        }
        return Optional.ofNullable(projects.get(id));
    }

    /** One that does not show this project, since what happened to it is not understood here. */
    public Installation withheld(int projectId) {
        return new Installation(users, organisations, projects, metadata, index, withheld.plus(projectId));
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

    PSortedMap<Integer, User> sortedUsers() {
        return users;
    }

    PSortedMap<Integer, Organisation> sortedOrganisations() {
        return organisations;
    }

    Installation withUsers(UnaryOperator<PSortedMap<Integer, User>> change) {
        return new Installation(change.apply(users), organisations, projects, metadata, index, withheld);
    }

    Installation withOrganisations(UnaryOperator<PSortedMap<Integer, Organisation>> change) {
        return new Installation(users, change.apply(organisations), projects, metadata, index, withheld);
    }

    Installation withMetadata(UnaryOperator<MetadataFields> change) {
        return new Installation(users, organisations, projects, change.apply(metadata), index, withheld);
    }

    Installation withoutProject(int projectId) {
        index.requireProject(projectId);
        return new Installation(
                users,
                organisations,
                projects.minus(projectId),
                metadata.withoutProject(projectId),
                index.withoutKeysOf(projects.get(projectId)),
                withheld);
    }

    /** Without whatever is left of an organisation that is gone. */
    Installation withoutAllOf(int organisationId) {
        var rest = projects;
        var unkeyed = index;
        for (var project : projects.values()) {
            if (project.organisationId() == organisationId) {
                rest = rest.minus(project.id());
                unkeyed = unkeyed.withoutKeysOf(project);
            }
        }
        return new Installation(
                users, organisations, rest, metadata.withoutOrganisation(organisationId), unkeyed, withheld);
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
        return new Installation(users, organisations, changed, metadata, index, withheld);
    }

    Installation with(Project project, Index changed) {
        return new Installation(
                users, organisations, projects.plus(project.id(), project), metadata, changed, withheld);
    }

    Installation with(Index changed) {
        return new Installation(users, organisations, projects, metadata, changed, withheld);
    }
}
