package dev.flagledger.command.identity;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.environment.EnvironmentCommand.DeleteTrait;
import dev.flagledger.api.identity.IdentityCommand.ChangeTraits;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.installation.identity.Traits;
import dev.flagledger.installation.identity.log.IdentityLog;
import dev.flagledger.ledger.log.Attribution;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import org.springframework.stereotype.Component;

/**
 * Removes a trait from every identity of an environment: records the decision in the configuration log, and then removes it by
 * one command per identity, as there may be millions. Not atomic: if it fails midway, what was removed stays removed, and the
 * request can be repeated.
 */
@Component
final class TraitRemoval {

    private static final int AT_A_TIME = 500;
    private static final int AT_ONCE = 4;

    private final IdentityLog log;
    private final Traits traits;

    TraitRemoval(IdentityLog log, Traits traits) {
        this.log = log;
        this.traits = traits;
    }

    void everywhere(int environmentId, String key, CommandContext context) {
        context.send(new DeleteTrait(environmentId, key));
        var caller = context.attribution();
        try (var threads =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            var next = traits.having(environmentId, key, 0, AT_A_TIME);
            while (!next.isEmpty()) {
                var removals = next.stream()
                        .map(identity ->
                                CompletableFuture.runAsync(() -> remove(environmentId, identity, key, caller), threads))
                        .toArray(CompletableFuture<?>[]::new);
                join(CompletableFuture.allOf(removals));
                next = traits.having(environmentId, key, next.getLast(), AT_A_TIME);
            }
        }
    }

    /** Rethrows the exception of a failed removal. */
    private static void join(CompletableFuture<?> removals) {
        try {
            removals.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void remove(int environmentId, int identityId, String key, Attribution caller) {
        try {
            log.handle(new ChangeTraits(environmentId, identityId, List.of(), List.of(key)), caller);
        } catch (Rejected e) {
            // An identity deleted in the meantime has no traits left.
            if (!(e.rejection() instanceof Rejection.Missing)) {
                throw e;
            }
        }
    }
}
