package dev.flagledger.engine.state;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.access.Scope;
import dev.flagledger.api.event.RecordedEvent;
import dev.flagledger.engine.Lookup;
import dev.flagledger.engine.state.metadata.MetadataFields;
import dev.flagledger.engine.state.organisation.Organisation;
import dev.flagledger.engine.state.organisation.User;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.engine.state.project.Project;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/** The state of the whole configuration log, folded up to a position by {@link #evolve}, which is deterministic. */
public final class Installation {

    /** The state of an empty log. */
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

    /** Returns the users by id, sorted. */
    public PSortedMap<Integer, User> users() {
        return users;
    }

    public PSortedMap<Integer, Organisation> organisations() {
        return organisations;
    }

    public Map<Integer, Project> projects() {
        return projects.byId();
    }

    /** Returns the projects of an organisation, sorted by id; none if it does not exist. */
    public Stream<Project> projectsOf(int organisationId) {
        return projects.byId().values().stream().filter(project -> project.organisationId() == organisationId);
    }

    /** Returns the custom fields. */
    public MetadataFields metadata() {
        return metadata;
    }

    public Optional<User> user(int id) {
        return Optional.ofNullable(users.get(id));
    }

    public Optional<Organisation> organisation(int id) {
        return Optional.ofNullable(organisations.get(id));
    }

    /** Returns the ids of the organisations that the user is a member of, sorted. */
    public List<Integer> organisationsOf(int userId) {
        return organisations.values().stream()
                .filter(organisation -> organisation.members().containsKey(userId))
                .map(Organisation::id)
                .toList();
    }

    /** Returns an installation without these organisations, for callers who may not know them. What is in them remains. */
    public Installation hiding(List<Integer> ids) {
        return ids.isEmpty() ? this : withOrganisations(all -> all.minusAll(ids));
    }

    /** Returns an installation in which the user is no superuser, for sessions that are not trusted with it. */
    public Installation demoting(int userId) {
        return user(userId)
                .filter(user -> user.standing().superuser())
                .map(user -> withUsers(all -> all.plus(userId, user.demoted())))
                .orElse(this);
    }

    /** Returns the project, if there is one; {@link Rejected} if it is withheld, also by the lookups below. */
    public Optional<Project> project(int id) {
        return projects.find(id);
    }

    /** Returns an installation that withholds this project, because one of its events cannot be folded. */
    public Installation withheld(int projectId) {
        return with(projects.withheld(projectId));
    }

    /** Returns the project that the scope is, or is in; empty for wider scopes, and once its object is deleted. */
    public Optional<Project> projectOf(Scope scope) {
        return projects.of(scope);
    }

    /** Returns the project of the environment; empty once either is deleted. */
    public Optional<Project> projectOfEnvironment(int environmentId) {
        return projects.ofEnvironment(environmentId);
    }

    /** Returns the project of the feature; empty once either is deleted. */
    public Optional<Project> projectOfFeature(int featureId) {
        return projects.ofFeature(featureId);
    }

    /** Returns the project of the segment; empty once either is deleted. */
    public Optional<Project> projectOfSegment(int segmentId) {
        return projects.ofSegment(segmentId);
    }

    /** Returns the projects that objects have, or had until they were deleted. */
    public FormerProjects formerProjects() {
        return new FormerProjects(index());
    }

    /** Returns the environment with exactly this client key. */
    public Optional<Environment> environmentOfKey(String apiKey) {
        return Optional.ofNullable(index().environmentOfKey().get(apiKey)).flatMap(this::environment);
    }

    public Optional<Environment> environment(int id) {
        return projects.environment(id);
    }

    /**
     * Returns the installation after this event, of any type.
     *
     * @throws IllegalStateException if it refers to an object that no earlier event introduced; the fold must stop then
     */
    public Installation evolve(RecordedEvent recorded) {
        return InstallationFold.evolve(this, recorded);
    }

    ProjectIndex index() {
        return projects.index();
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

    /** Removes the projects and custom fields of a deleted organisation, by its id. */
    Installation withoutAllOf(int id) {
        return new Installation(users, organisations, projects.withoutThoseOf(id), metadata.withoutOrganisation(id));
    }

    /** Changes the project of this environment, like {@link #inProject}. */
    Installation inProjectOf(int environmentId, UnaryOperator<Project> change) {
        return inProject(Lookup.required(index().projectOfEnvironment(), environmentId, "environment"), change);
    }

    /** Changes this project, unless it has been deleted. */
    Installation inProject(int projectId, UnaryOperator<Project> change) {
        return with(projects.changed(projectId, change));
    }

    /** Changes all projects of this organisation. */
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
