package dev.flagledger.access.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.flagledger.access.secret.Accounts;
import dev.flagledger.access.secret.ApiKeys;
import dev.flagledger.access.secret.CredentialChanges;
import dev.flagledger.api.Actor;
import dev.flagledger.installation.event.FlagEvents;
import dev.flagledger.installation.web.Positions;
import dev.flagledger.ledger.history.History;
import dev.flagledger.ledger.log.store.EventLog;
import dev.flagledger.ledger.secret.Digest;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who is behind a token or a key. Remembers it, so that not every request asks the database, until any credential changes:
 * whatever ends one is an event, and is committed with the row that it changes. What this node looked up before it took in
 * such an event it looks up again. Nothing is remembered where the node cannot hear of such events, or is behind what the
 * request has seen; and nothing for long, should a row be changed by hand.
 */
@Component
final class KnownCallers {

    private static final int MOST = 10_000;
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final Accounts accounts;
    private final ApiKeys keys;
    private final CredentialChanges changes;
    private final History<?> fold;
    private final Positions positions;
    private final Clock clock;
    private final Cache<String, Known> known =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(LONGEST).build();

    KnownCallers(
            Accounts accounts,
            ApiKeys keys,
            CredentialChanges changes,
            History<?> fold,
            EventLog log,
            Positions positions,
            Clock clock) {
        this.accounts = accounts;
        this.keys = keys;
        this.changes = changes;
        this.fold = fold;
        this.positions = positions;
        this.clock = clock;
        fold.watch(recorded -> {
            if (CredentialEvents.end(FlagEvents.of(recorded).event())) {
                changes.happened();
            }
        });
        log.onLoss(changes::happened);
    }

    /** {@code changes}: how many there had been before it was looked up. */
    private record Known(Actor actor, @Nullable Instant expiresAt, long changes) {}

    /** The user whose token it is. */
    Optional<Actor> ofToken(String token, HttpServletRequest request) {
        return known("token ", token, request, () -> {
            long before = changes.count();
            return accounts.byToken(token)
                    .map(account -> new Known(Actor.user(account.userId(), account.email()), null, before));
        });
    }

    /** The program whose key it is, unless that has expired by now. */
    Optional<Actor> ofKey(String key, HttpServletRequest request) {
        return known("key ", key, request, () -> {
            long before = changes.count();
            return keys.find(key).map(kept -> {
                var holder = kept.holder();
                return new Known(Actor.apiKey(holder.keyId(), holder.name()), kept.expiresAt(), before);
            });
        });
    }

    private Optional<Actor> known(
            String kind, String shown, HttpServletRequest request, Supplier<Optional<Known>> lookUp) {
        var digest = kind + HexFormat.of().formatHex(Digest.sha256(shown));
        var found = Optional.ofNullable(known.getIfPresent(digest))
                .filter(caller -> caller.changes() == changes.count() && mayRemember(request))
                .or(() -> {
                    var fresh = lookUp.get();
                    fresh.ifPresent(caller -> known.put(digest, caller));
                    return fresh;
                });
        return found.filter(caller ->
                        caller.expiresAt() == null || caller.expiresAt().isAfter(clock.instant()))
                .map(Known::actor);
    }

    private boolean mayRemember(HttpServletRequest request) {
        return fold.ready() && positions.hasReachedWanted(request);
    }
}
