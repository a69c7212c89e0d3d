package dev.flagledger.engine.state;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.event.RecordedEvent;
import dev.flagledger.engine.Known;
import dev.flagledger.engine.state.metadata.MetadataFields;
import dev.flagledger.engine.state.organisation.Organisation;
import dev.flagledger.engine.state.organisation.User;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.engine.state.project.Project;
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
            new Installation(TreePMap.empty(), TreePMap.empty(), Projects.NONE, MetadataFields.EMPTY);

    private final PSortedMap<Integer, User> users;
    private final PSortedMap<Integer, Organisation> organisations;
    private final Projects projects;
    private final MetadataFields metadata;

    private Installation(
            PSortedMap<Integer, User> users,
            PSortedMap<Integer, Organisation> organisations,
            Projects projects,
            MetadataFields metadata) {
        this.users = users;
        this.organisations = organisations;
        this.projects = projects;
        this.metadata = metadata;
    }

    /** Users by id, in the order of their ids; likewise below. */
    public Map<Integer, User> users() {
        return users;
    }

    public Map<Integer, Organisation> organisations() {
        return organisations;
    }

    public Map<Integer, Project> projects() {
        return projects.byId();
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
        return projects.find(id);
    }

    /** One that does not show this project, since what happened to it is not understood here. */
    public Installation withheld(int projectId) {
        return with(projects.withheld(projectId));
    }

    /** The project that the environment belongs to; empty once either is deleted. Likewise below. */
    public Optional<Project> projectOfEnvironment(int environmentId) {
        return projects.ofEnvironment(environmentId);
    }

    /** The project that the feature belongs to. */
    public Optional<Project> projectOfFeature(int featureId) {
        return projects.ofFeature(featureId);
    }

    /** The project that the segment belongs to. */
    public Optional<Project> projectOfSegment(int segmentId) {
        return projects.ofSegment(segmentId);
    }

    /** The id of the project that the environment belongs or belonged to; null if there never was such an environment. */
    public @Nullable Integer formerProjectOfEnvironment(int environmentId) {
        return index().projectOfEnvironment().get(environmentId);
    }

    /** The same of a feature. */
    public @Nullable Integer formerProjectOfFeature(int featureId) {
        return index().projectOfFeature().get(featureId);
    }

    /** The same of a segment. */
    public @Nullable Integer formerProjectOfSegment(int segmentId) {
        return index().projectOfSegment().get(segmentId);
    }

    /** The environment with this client key; the key is compared exactly. */
    public Optional<Environment> environmentOfKey(String apiKey) {
        return Optional.ofNullable(index().environmentOfKey().get(apiKey)).flatMap(this::environment);
    }

    public Optional<Environment> environment(int id) {
        return projects.environment(id);
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

    ProjectIndex index() {
        return projects.index();
    }

    PSortedMap<Integer, User> sortedUsers() {
        return users;
    }

    PSortedMap<Integer, Organisation> sortedOrganisations() {
        return organisations;
    }

    Installation withUsers(UnaryOperator<PSortedMap<Integer, User>> change) {
        return new Installation(change.apply(users), organisations, projects, metadata);
    }

    Installation withOrganisations(UnaryOperator<PSortedMap<Integer, Organisation>> change) {
        return new Installation(users, change.apply(organisations), projects, metadata);
    }

    Installation withMetadata(UnaryOperator<MetadataFields> change) {
        return new Installation(users, organisations, projects, change.apply(metadata));
    }

    Installation withoutProject(int projectId) {
        return new Installation(users, organisations, projects.without(projectId), metadata.withoutProject(projectId));
    }

    /** Without whatever is left of an organisation that is gone. */
    Installation withoutAllOf(int organisationId) {
        return new Installation(
                users,
                organisations,
                projects.withoutThoseOf(organisationId),
                metadata.withoutOrganisation(organisationId));
    }

    /** With the project of this environment changed; see below. */
    Installation inProjectOf(int environmentId, UnaryOperator<Project> change) {
        return inProject(Known.in(index().projectOfEnvironment(), environmentId, "environment"), change);
    }

    /** With this project changed; the same if it has been deleted. Fails if there never was one. */
    Installation inProject(int projectId, UnaryOperator<Project> change) {
        return with(projects.changed(projectId, change));
    }

    /** With all projects of this organisation changed. */
    Installation inProjectsOf(int organisationId, UnaryOperator<Project> change) {
        return with(projects.changedIn(organisationId, change));
    }

    Installation with(Project project, ProjectIndex changed) {
        return with(projects.with(project, changed));
    }

    Installation with(ProjectIndex changed) {
        return with(projects.with(changed));
    }

    private Installation with(Projects changed) {
        return new Installation(users, organisations, changed, metadata);
    }
}
