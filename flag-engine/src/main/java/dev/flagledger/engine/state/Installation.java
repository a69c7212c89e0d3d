package dev.flagledger.engine.state;

import dev.flagledger.api.RecordedEvent;
import dev.flagledger.api.environment.EnvironmentEvent;
import dev.flagledger.api.environment.EnvironmentEvent.EnvironmentChanged;
import dev.flagledger.api.environment.EnvironmentEvent.EnvironmentCreated;
import dev.flagledger.api.environment.EnvironmentEvent.WebhookAdded;
import dev.flagledger.api.environment.EnvironmentEvent.WebhookChanged;
import dev.flagledger.api.environment.EnvironmentEvent.WebhookRemoved;
import dev.flagledger.api.feature.FeatureEvent;
import dev.flagledger.api.feature.FeatureEvent.FeatureCreated;
import dev.flagledger.api.flag.FlagEvent;
import dev.flagledger.api.identity.IdentityEvent;
import dev.flagledger.api.organisation.OrganisationEvent;
import dev.flagledger.api.project.ProjectEvent;
import dev.flagledger.api.project.ProjectEvent.ProjectChanged;
import dev.flagledger.api.project.ProjectEvent.ProjectCreated;
import dev.flagledger.api.segment.SegmentEvent;
import dev.flagledger.api.segment.SegmentEvent.SegmentCreated;
import dev.flagledger.api.user.UserEvent;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * Everything that the log says, folded up to one position. {@link #evolve} is total over the events of the catalogue:
 * the same events in the same order always give an equal installation.
 */
public final class Installation {

    /** Before anything happened. */
    public static final Installation EMPTY =
            new Installation(TreePMap.empty(), TreePMap.empty(), TreePMap.empty(), Index.EMPTY);

    private final PSortedMap<Integer, User> users;
    private final PSortedMap<Integer, Organisation> organisations;
    private final PSortedMap<Integer, Project> projects;
    private final Index index;

    private Installation(
            PSortedMap<Integer, User> users,
            PSortedMap<Integer, Organisation> organisations,
            PSortedMap<Integer, Project> projects,
            Index index) {
        this.users = users;
        this.organisations = organisations;
        this.projects = projects;
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

    public Optional<User> user(int id) {
        return Optional.ofNullable(users.get(id));
    }

    public Optional<Organisation> organisation(int id) {
        return Optional.ofNullable(organisations.get(id));
    }

    public Optional<Project> project(int id) {
        return Optional.ofNullable(projects.get(id));
    }

    /** The project that the environment belongs to. */
    public Optional<Project> projectOfEnvironment(int environmentId) {
        return Optional.ofNullable(index.projectOfEnvironment().get(environmentId))
                .flatMap(this::project);
    }

    /** The project that the feature belongs to. */
    public Optional<Project> projectOfFeature(int featureId) {
        return Optional.ofNullable(index.projectOfFeature().get(featureId)).flatMap(this::project);
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
        var at = recorded.at();
        return switch (recorded.event()) {
            case UserEvent e -> new Installation(UserFold.evolve(users, e, at), organisations, projects, index);
            case OrganisationEvent e ->
                new Installation(users, OrganisationFold.evolve(organisations, e, at), projects, index);
            case ProjectEvent e -> evolve(e, at);
            case EnvironmentEvent e -> evolve(e, at);
            case FeatureEvent e -> evolve(e, at);
            case FlagEvent e -> inProjectOf(e.environmentId(), project -> project.evolve(e, at));
            case IdentityEvent e -> inProjectOf(e.environmentId(), project -> project.evolve(e, at));
            case SegmentEvent e -> evolve(e, at);
            default ->
                throw new IllegalStateException(
                        "no fold for " + recorded.event().getClass());
        };
    }

    private Installation evolve(ProjectEvent event, Instant at) {
        return switch (event) {
            case ProjectCreated e -> with(Project.of(e), index);
            case ProjectChanged e -> inProject(e.projectId(), project -> project.with(e.settings(), at));
        };
    }

    private Installation evolve(EnvironmentEvent event, Instant at) {
        return switch (event) {
            case EnvironmentCreated e ->
                with(
                        Known.in(projects, e.projectId(), "project").evolve(e, at),
                        index.withEnvironment(e.environmentId(), e.projectId())
                                .withKey(e.settings().apiKey(), e.environmentId()));
            case EnvironmentChanged e -> {
                var project = projectWith(e.environmentId());
                var old = project.environment(e.environmentId()).settings().apiKey();
                var rekeyed = index.withoutKey(old).withKey(e.settings().apiKey(), e.environmentId());
                yield with(project.evolve(e, at), rekeyed);
            }
            case WebhookAdded _, WebhookChanged _, WebhookRemoved _ ->
                inProjectOf(event.environmentId(), project -> project.evolve(event, at));
        };
    }

    private Installation evolve(FeatureEvent event, Instant at) {
        if (event instanceof FeatureCreated e) {
            var project = Known.in(projects, e.projectId(), "project").evolve(e, at);
            return with(project, index.withFeature(e.featureId(), e.projectId()));
        }
        int projectId = Known.in(index.projectOfFeature(), event.featureId(), "feature");
        return inProject(projectId, project -> project.evolve(event, at));
    }

    private Installation evolve(SegmentEvent event, Instant at) {
        return switch (event) {
            case SegmentCreated e -> inProject(e.projectId(), project -> project.evolve(e, at));
        };
    }

    private Installation inProjectOf(int environmentId, UnaryOperator<Project> change) {
        return with(change.apply(projectWith(environmentId)), index);
    }

    private Installation inProject(int projectId, UnaryOperator<Project> change) {
        return with(change.apply(Known.in(projects, projectId, "project")), index);
    }

    private Project projectWith(int environmentId) {
        return Known.in(projects, Known.in(index.projectOfEnvironment(), environmentId, "environment"), "project");
    }

    private Installation with(Project project, Index changed) {
        return new Installation(users, organisations, projects.plus(project.id(), project), changed);
    }
}
