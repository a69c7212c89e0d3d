package dev.flagledger.query.sdk.identities.registry;

import dev.flagledger.contract.view.flag.Audience;
import dev.flagledger.installation.identity.log.IdentityState;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An identity as it was looked up, with the last responses about it. */
public final class CachedIdentity {

    private static final int OVERHEAD = 300;

    private final IdentityState state;
    private final long asOf;
    private final long lookedUpAt = System.nanoTime();
    private volatile Map<Audience, Answer> answers = Map.of();

    /** @param edition what stands for the state of the environment that the response was made from; only compared */
    private record Answer(Object edition, IdentityResponse response) {}

    /** @param asOf the number of the last change received before the look-up */
    public CachedIdentity(IdentityState state, long asOf) {
        this.state = state;
        this.asOf = asOf;
    }

    /** Returns the identity as looked up again. It keeps its responses if its state is unchanged. */
    CachedIdentity next(IdentityState found, long foundAsOf) {
        var next = new CachedIdentity(found, foundAsOf);
        if (found.equals(state)) {
            next.answers = answers;
        }
        return next;
    }

    /** Returns the identity as it was looked up. */
    public IdentityState state() {
        return state;
    }

    long asOf() {
        return asOf;
    }

    boolean isOlderThan(Duration age) {
        return System.nanoTime() - lookedUpAt > age.toNanos();
    }

    /** Returns the last response to this audience; null if it was made from another edition of the environment. */
    public @Nullable IdentityResponse answer(Object edition, Audience audience) {
        var answer = answers.get(audience);
        return answer != null && answer.edition() == edition ? answer.response() : null;
    }

    void keep(Object edition, Audience audience, IdentityResponse response) {
        var kept = new EnumMap<Audience, Answer>(Audience.class);
        kept.putAll(answers);
        kept.put(audience, new Answer(edition, response));
        answers = kept;
    }

    void forgetAnswers() {
        answers = Map.of();
    }

    /** Returns the approximate heap size in bytes. Parts that responses share with others are not counted. */
    int weight() {
        int weight = OVERHEAD + state.weight();
        for (var answer : answers.values()) {
            weight += answer.response().weight();
        }
        return weight;
    }
}
