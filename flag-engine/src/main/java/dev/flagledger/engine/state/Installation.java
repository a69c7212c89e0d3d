package dev.flagledger.engine.state;

import dev.flagledger.api.RecordedEvent;
import dev.flagledger.api.environment.EnvironmentEvent;
import dev.flagledger.api.environment.EnvironmentEvent.EnvironmentChanged;
import dev.flagledger.api.environment.EnvironmentEvent.EnvironmentCloned;
import dev.flagledger.api.environment.EnvironmentEvent.EnvironmentCreated;
import dev.flagledger.api.environment.EnvironmentEvent.EnvironmentDeleted;
import dev.flagledger.api.feature.FeatureEvent;
import dev.flagledger.api.feature.FeatureEvent.FeatureCreated;
import dev.flagledger.api.flag.FlagEvent;
import dev.flagledger.api.identity.IdentityEvent;
import dev.flagledger.api.organisation.OrganisationEvent;
import dev.flagledger.api.project.ProjectEvent;
import dev.flagledger.api.project.ProjectEvent.ProjectChanged;
import dev.flagledger.api.project.ProjectEvent.ProjectCreated;
import dev.flagledger.api.project.ProjectEvent.ProjectDeleted;
import dev.flagledger.api.project.ProjectEvent.TagChanged;
import dev.flagledger.api.project.ProjectEvent.TagCreated;
import dev.flagledger.api.project.ProjectEvent.TagDeleted;
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
            case ProjectCreated e -> with(Project.of(e), index.withProject(e.projectId()));
            case ProjectChanged e -> inProject(e.projectId(), project -> project.with(e.settings(), at));
            case TagCreated e -> inProject(e.projectId(), project -> project.with(e.tag()));
            case TagChanged e -> inProject(e.projectId(), project -> project.with(e.tag()));
            case TagDeleted e -> inProject(e.projectId(), project -> project.withoutTag(e.tagId()));
            case ProjectDeleted e -> new Installation(users, organisations, projects.minus(e.projectId()), index);
        };
    }

    private Installation evolve(EnvironmentEvent event, Instant at) {
        int id = event.environmentId();
        return switch (event) {
            case EnvironmentCreated e -> appeared(e, e.projectId(), e.settings().apiKey(), at);
            case EnvironmentCloned e -> appeared(e, e.projectId(), e.settings().apiKey(), at);
            case EnvironmentChanged e -> {
                var rekeyed = environment(id)
                        .map(before -> index.withoutKey(before.settings().apiKey())
                                .withKey(e.settings().apiKey(), id))
                        .orElse(index);
                yield inProjectOf(id, project -> project.evolve(e, at)).with(rekeyed);
            }
            case EnvironmentDeleted e -> {
                var unkeyed = environment(id)
                        .map(before -> index.withoutKey(before.settings().apiKey()))
                        .orElse(index);
                yield inProjectOf(id, project -> project.evolve(e, at)).with(unkeyed);
            }
            default -> inProjectOf(id, project -> project.evolve(event, at));
        };
    }

    private Installation appeared(EnvironmentEvent event, int projectId, String apiKey, Instant at) {
        int id = event.environmentId();
        return inProject(projectId, project -> project.evolve(event, at))
                .with(index.withEnvironment(id, projectId).withKey(apiKey, id));
    }

    private Installation evolve(FeatureEvent event, Instant at) {
        int id = event.featureId();
        if (event instanceof FeatureCreated e) {
            return inProject(e.projectId(), project -> project.evolve(e, at))
                    .with(index.withFeature(id, e.projectId()));
        }
        int projectId = Known.in(index.projectOfFeature(), id, "feature");
        return inProject(projectId, project -> project.evolve(event, at));
    }

    private Installation evolve(SegmentEvent event, Instant at) {
        int id = event.segmentId();
        if (event instanceof SegmentCreated e) {
            return inProject(e.projectId(), project -> project.evolve(e, at))
                    .with(index.withSegment(id, e.projectId()));
        }
        int projectId = Known.in(index.projectOfSegment(), id, "segment");
        return inProject(projectId, project -> project.evolve(event, at));
    }

    private Installation inProjectOf(int environmentId, UnaryOperator<Project> change) {
        return inProject(Known.in(index.projectOfEnvironment(), environmentId, "environment"), change);
    }

    private Installation inProject(int projectId, UnaryOperator<Project> change) {
        var project = projects.get(projectId);
        if (project != null) {
            return with(change.apply(project), index);
        }
        index.requireProject(projectId);
        return this;
    }

    private Installation with(Project project, Index changed) {
        return new Installation(users, organisations, projects.plus(project.id(), project), changed);
    }

    private Installation with(Index changed) {
        return new Installation(users, organisations, projects, changed);
    }
}
