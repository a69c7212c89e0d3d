package dev.flagledger.ledger.subject;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.flagledger.api.Subject;
import dev.flagledger.api.event.Erasing;
import dev.flagledger.ledger.secret.AesGcm;
import dev.flagledger.ledger.secret.BrokenSealException;
import dev.flagledger.ledger.secret.InstallationKey;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.axonframework.serialization.SerializationException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Seals and opens personal data of events, and erases persons. Caches keys. */
@Component
public final class SubjectKeys {

    private static final int CACHED = 50_000;

    /** Bounds the use of a key that was read just before it was destroyed. */
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final KeyStore store;
    private final TextSeal texts;
    private final Cache<String, SubjectKey> known =
            Caffeine.newBuilder().maximumSize(CACHED).expireAfterWrite(KEPT).build();

    @Autowired
    public SubjectKeys(JdbcClient jdbc, InstallationKey installation) {
        this(new KeyTable(jdbc, installation.derive("subject keys")), AesGcm.random());
    }

    SubjectKeys(KeyStore store, AesGcm cipher) {
        this.store = store;
        this.texts = new TextSeal(cipher);
    }

    /** Loads the keys of these persons into the cache, with one query for the missing ones. */
    public void prefetch(Collection<String> subjects) {
        var unknown = subjects.stream()
                .filter(subject -> known.getIfPresent(subject) == null)
                .toList();
        if (!unknown.isEmpty()) {
            store.find(unknown).forEach(this::remember);
        }
    }

    /**
     * Opens a text; returns {@link Erasing#TOMBSTONE} if the person is erased.
     *
     * @throws SerializationException if it does not open, or the person has never had a key: then the log is damaged, or the keys
     *     belong to another log
     */
    public String open(SealedText text, TextLocation place) {
        try {
            return opened(find(text.of()), text, place);
        } catch (BrokenSealException _) {
            // The database may have crashed and lost the cached key, and another been stored.
            known.invalidate(text.of());
            try {
                return opened(find(text.of()), text, place);
            } catch (BrokenSealException e) {
                throw new SerializationException(place.path() + " of " + text.of() + " does not open", e);
            }
        }
    }

    private String opened(Optional<SubjectKey> key, SealedText text, TextLocation place) {
        return key.orElseThrow(() -> new SerializationException("There is no key of " + text.of()))
                .secret()
                .map(secret -> texts.open(secret, text.sealed(), place))
                .orElse(Erasing.TOMBSTONE);
    }

    /** Creates a keyring for events that are appended together. */
    public Keyring keyring() {
        return new Keyring(this, texts);
    }

    /** Erases a person in the caller's transaction, which must also append the event of the erasure. */
    public void destroy(Subject subject) {
        store.destroy(subject);
    }

    /** Records in the cache that a person was erased. */
    public void erased(Subject subject) {
        known.put(subject.toString(), SubjectKey.ERASED);
    }

    /** Clears the cache: a database that crashed may have lost a key, and another been stored. */
    public void clear() {
        known.invalidateAll();
    }

    Optional<SubjectKey> find(String subject) {
        var remembered = remembered(subject);
        if (remembered != null) {
            return Optional.of(remembered);
        }
        var found = Optional.ofNullable(store.find(List.of(subject)).get(subject));
        found.ifPresent(key -> remember(subject, key));
        return found;
    }

    @Nullable SubjectKey remembered(String subject) {
        return known.getIfPresent(subject);
    }

    /** Caches a key; an erasure is never overwritten by a key that was read before it. */
    void remember(String subject, SubjectKey key) {
        known.asMap().merge(subject, key, (before, now) -> before.isErased() ? before : now);
    }

    void forget(String subject) {
        known.asMap().computeIfPresent(subject, (_, key) -> key.isErased() ? key : null);
    }

    SubjectKey draw(String subject) {
        return store.draw(subject);
    }
}
