package dev.flagledger.access.security.credential;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.flagledger.access.oauth.TokenLookups;
import dev.flagledger.access.scim.ScimTokens;
import dev.flagledger.access.secret.Accounts;
import dev.flagledger.access.secret.ApiKeys;
import dev.flagledger.access.secret.CredentialChanges;
import dev.flagledger.access.secret.KeyUses;
import dev.flagledger.access.security.Caller;
import dev.flagledger.access.session.Sessions;
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
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.DisabledException;
import org.springframework.stereotype.Component;

/**
 * Caches the owners of tokens and keys, so that not every request queries the database. Entries are valid until the
 * node folds an event that changes any credential; such events are committed together with the row that they change.
 * Nothing is cached while the node does not receive events or is behind the position that the request presents. Entries
 * expire after a short time in case a row is changed manually.
 */
@Component
public final class KnownCallers {

    private static final int MOST = 10_000;
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final Sessions sessions;
    private final Accounts accounts;
    private final ApiKeys keys;
    private final ScimTokens directories;
    private final TokenLookups tokens;
    private final CredentialChanges changes;
    private final History<?> history;
    private final Positions positions;
    private final KeyUses uses;
    private final Clock clock;
    private final Cache<String, Known> known =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(LONGEST).build();

    KnownCallers(
            Sessions sessions,
            Accounts accounts,
            ApiKeys keys,
            ScimTokens directories,
            TokenLookups tokens,
            CredentialChanges changes,
            History<?> history,
            EventLog log,
            Positions positions,
            KeyUses uses,
            Clock clock) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.keys = keys;
        this.directories = directories;
        this.tokens = tokens;
        this.changes = changes;
        this.history = history;
        this.positions = positions;
        this.uses = uses;
        this.clock = clock;
        history.watch(recorded -> {
            if (CredentialEvents.end(FlagEvents.of(recorded).event())) {
                changes.happened();
            }
        });
        log.onLoss(changes::happened);
    }

    /** {@code changes} is the number of credential changes before the lookup. */
    private record Known(KnownCaller caller, @Nullable Instant expiresAt, long changes) {}

    /**
     * Returns the user with this token.
     *
     * @throws DisabledException if the account may not be used
     */
    Optional<KnownCaller> ofToken(String token, HttpServletRequest request) {
        return known("token ", token, request, () -> {
            long before = changes.count();
            return sessions.byToken(token).map(found -> new Known(callerOf(found), null, before));
        });
    }

    /**
     * Returns the user whose browser has this cookie.
     *
     * @throws DisabledException if the account may not be used
     */
    public Optional<KnownCaller> ofCookie(String value, HttpServletRequest request) {
        return known("cookie ", value, request, () -> {
            long before = changes.count();
            return sessions.byCookie(value).map(found -> new Known(callerOf(found), null, before));
        });
    }

    /**
     * Returns the user for whom an application with this access token acts.
     *
     * @throws DisabledException if the account may not be used
     */
    Optional<KnownCaller> ofBearer(String token, HttpServletRequest request) {
        return known("bearer ", token, request, () -> {
            long before = changes.count();
            return tokens.byAccessToken(token)
                    .map(found -> new Known(callerOf(found.found()), found.expiresAt(), before));
        });
    }

    /** Returns the API key with this text, unless it has expired, and records its first use. */
    Optional<KnownCaller> ofKey(String key, HttpServletRequest request) {
        var caller = known("key ", key, request, () -> {
            long before = changes.count();
            return keys.find(key).map(kept -> {
                var holder = kept.holder();
                var actor = Actor.apiKey(holder.keyId(), holder.name());
                return new Known(new KnownCaller(actor, null), kept.expiresAt(), before);
            });
        });
        caller.map(KnownCaller::actor)
                .ifPresent(holder -> uses.ofApiKey(
                        Objects.requireNonNull(holder.id()), () -> Caller.attribution(holder, request, null)));
        return caller;
    }

    /** Returns the directory with this token. */
    public Optional<KnownCaller> ofDirectory(String token, HttpServletRequest request) {
        return known("scim ", token, request, () -> {
            long before = changes.count();
            return directories.find(token).map(id -> new Known(new KnownCaller(Actor.scim(id), null), null, before));
        });
    }

    private KnownCaller callerOf(Sessions.Found found) {
        var account = found.account();
        if (!accounts.isActive(account.userId())) {
            throw new DisabledException("User inactive or deleted.");
        }
        return new KnownCaller(Actor.user(account.userId(), account.email()), found.session());
    }

    private Optional<KnownCaller> known(
            String kind, String shown, HttpServletRequest request, Supplier<Optional<Known>> lookUp) {
        var digest = kind + HexFormat.of().formatHex(Digest.sha256(shown));
        var found = Optional.ofNullable(known.getIfPresent(digest))
                // In this order: a change is counted before its position is reached.
                .filter(caller -> mayRemember(request) && caller.changes() == changes.count())
                .or(() -> {
                    var fresh = lookUp.get();
                    fresh.ifPresent(caller -> known.put(digest, caller));
                    return fresh;
                });
        return found.filter(caller ->
                        caller.expiresAt() == null || caller.expiresAt().isAfter(clock.instant()))
                .map(Known::caller);
    }

    private boolean mayRemember(HttpServletRequest request) {
        return history.ready() && positions.hasReachedWanted(request);
    }
}
