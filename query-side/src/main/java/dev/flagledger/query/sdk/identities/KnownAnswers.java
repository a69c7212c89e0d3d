package dev.flagledger.query.sdk.identities;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.flagledger.engine.view.Audience;
import dev.flagledger.platform.identity.CurrentIdentity;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * What identities were answered. An answer follows from the identity as it was looked up and the environment as it was
 * prepared; for as long as both are the very same, so is the answer.
 */
@Component
final class KnownAnswers {

    /** In bytes, for all environments: the answers about some ten thousand identities, which share most of their pieces. */
    private static final long CAPACITY = 64_000_000;

    private final Cache<Addressee, Told> answers = Caffeine.newBuilder()
            .maximumWeight(CAPACITY)
            .weigher((Addressee _, Told told) -> told.weight())
            .executor(Runnable::run)
            .build();

    private record Addressee(int environmentId, int identityId, Audience audience) {}

    private record Told(Object edition, CurrentIdentity identity, WholeAnswer answer) {

        private static final int OVERHEAD = 300;
        private static final int REFERENCE = 8;

        int weight() {
            return OVERHEAD
                    + identity.weight()
                    + answer.own()
                    + REFERENCE * answer.flags().size();
        }
    }

    /** The answer about this identity, made anew unless it was given before about the very same. */
    @SuppressWarnings("ReferenceEquality") // immutable: the same objects give the same answer, and it is quick
    WholeAnswer of(
            PreparedEnvironment environment, CurrentIdentity identity, Audience audience, Supplier<WholeAnswer> made) {
        var addressee = new Addressee(environment.id(), identity.id(), audience);
        var told = answers.getIfPresent(addressee);
        if (told != null && told.edition() == environment.edition() && told.identity() == identity) {
            return told.answer();
        }
        var answer = made.get();
        answers.put(addressee, new Told(environment.edition(), identity, answer));
        return answer;
    }

    /** Lets go of the answers of an environment that has changed: nobody is given them any more. */
    void forget(int environmentId) {
        answers.asMap().keySet().removeIf(addressee -> addressee.environmentId() == environmentId);
    }
}
