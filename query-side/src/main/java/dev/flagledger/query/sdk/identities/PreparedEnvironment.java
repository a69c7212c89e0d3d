package dev.flagledger.query.sdk.identities;

import dev.flagledger.contract.view.flag.Audience;
import dev.flagledger.contract.view.flag.EvaluatedFlagView;
import dev.flagledger.contract.view.integration.EvaluationPayload;
import dev.flagledger.contract.view.integration.EvaluationPayload.FlagOfIdentity;
import dev.flagledger.contract.view.integration.EvaluationPayload.SegmentOfIdentity;
import dev.flagledger.engine.evaluation.environment.EnvironmentEvaluator;
import dev.flagledger.engine.evaluation.environment.IdentityFlag;
import dev.flagledger.engine.evaluation.environment.OverriddenBy;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.engine.state.project.Project;
import dev.flagledger.engine.state.project.Segment;
import dev.flagledger.query.sdk.identities.request.TraitInput;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/** One state of an environment, prepared for evaluating its flags for identities. */
public final class PreparedEnvironment {

    private final Project project;
    private final Environment environment;
    private final EnvironmentEvaluator evaluator;
    private final JsonMapper json;
    private final boolean segmentIds;
    private final boolean hidesDisabledFlags;
    private final Map<Outcome, byte[]> written = new ConcurrentHashMap<>();
    private final Object edition = new Object();

    PreparedEnvironment(
            Project project,
            Environment environment,
            EnvironmentEvaluator evaluator,
            JsonMapper json,
            boolean segmentIds) {
        this.project = project;
        this.environment = environment;
        this.evaluator = evaluator;
        this.json = json;
        this.segmentIds = segmentIds;
        this.hidesDisabledFlags = project.hidesDisabledFlags(environment);
    }

    /** A possible result of a flag: a feature state and the option drawn from it. */
    private record Outcome(int stateId, BigInteger drawn) {}

    EnvironmentEvaluator evaluator() {
        return evaluator;
    }

    @SuppressWarnings("ReferenceEquality") // immutable parts: the same ones give the same flags, and it is quick
    boolean isOf(Project laterProject, Environment later) {
        return environment.flags() == later.flags()
                && environment.settings() == later.settings()
                && project.features() == laterProject.features()
                && project.segments() == laterProject.segments()
                && project.settings() == laterProject.settings();
    }

    int id() {
        return environment.id();
    }

    /** Returns an object that identifies this state of the environment, and references nothing of it. */
    Object edition() {
        return edition;
    }

    /** Returns the flags of the identity that are visible to the audience. */
    public List<IdentityFlag> flags(ResolvedIdentity identity, Audience audience) {
        return evaluator.flags(identity.evaluated()).stream()
                .filter(flag -> isVisible(flag, audience))
                .toList();
    }

    /** Returns the one flag whose feature has exactly this name, if it is visible to the audience. */
    public Optional<IdentityFlag> flag(ResolvedIdentity identity, Audience audience, String name) {
        return project.features().values().stream()
                .filter(feature -> feature.name().equals(name))
                .findAny()
                .map(feature -> evaluator.flag(feature.id(), identity.evaluated()))
                .filter(flag -> isVisible(flag, audience));
    }

    /** Returns the project's segments that contain the identity, by id. */
    public List<Segment> segments(ResolvedIdentity identity) {
        return evaluator.segments(identity.evaluated());
    }

    /**
     * Returns what the environment's receiver is told of an evaluation: the same, whoever asked for it.
     *
     * @param at the time of the evaluation
     */
    EvaluationPayload payload(ResolvedIdentity identity, Instant at) {
        return EvaluationPayload.of(
                identity.identifier(),
                identity.traits().stream().map(TraitInput::view).toList(),
                flags(identity, Audience.SERVER).stream()
                        .map(flag -> FlagOfIdentity.of(environment.id(), flag))
                        .toList(),
                SegmentOfIdentity.of(project.segments().values(), segments(identity)),
                at);
    }

    private boolean isVisible(IdentityFlag flag, Audience audience) {
        boolean hiddenAsOff = hidesDisabledFlags && !flag.enabled();
        boolean hiddenFromClients =
                audience == Audience.CLIENT && flag.feature().details().serverKeyOnly();
        return !hiddenAsOff && !hiddenFromClients;
    }

    /** Returns the flag's JSON. Not to be modified. */
    byte[] json(IdentityFlag flag) {
        if (flag.overriddenBy() instanceof OverriddenBy.OfIdentity) {
            return write(flag);
        }
        var drawn = flag.drawn();
        var outcome = new Outcome(flag.state().id(), drawn == null ? BigInteger.ZERO : drawn.priority());
        var known = written.get(outcome);
        return known == null ? written.computeIfAbsent(outcome, _ -> write(flag)) : known;
    }

    private byte[] write(IdentityFlag flag) {
        return json.writeValueAsBytes(EvaluatedFlagView.of(environment, flag, segmentIds));
    }
}
