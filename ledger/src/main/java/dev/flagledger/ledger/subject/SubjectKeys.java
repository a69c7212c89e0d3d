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

/** Opens and seals what events tell of people, and erases people. The keys that were used last are kept in memory. */
@Component
public final class SubjectKeys {

    private static final int CACHED = 50_000;

    /** So that a key which was read just before it was destroyed is not used for long. */
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

    /** Has the keys of these in memory soon after, with one look at the database for all that are not. */
    public void prefetch(Collection<String> subjects) {
        var unknown = subjects.stream()
                .filter(subject -> known.getIfPresent(subject) == null)
                .toList();
        if (!unknown.isEmpty()) {
            store.find(unknown).forEach(this::remember);
        }
    }

    /**
     * The text that was sealed, or {@link Erasing#TOMBSTONE} once the person is erased.
     *
     * @throws SerializationException if it does not open, or the person was never known: then the log is damaged, or its keys
     *     are those of another
     */
    public String open(SealedText text, TextLocation place) {
        try {
            return opened(find(text.of()), text, place);
        } catch (BrokenSealException _) {
            // The database may have crashed and lost the key that is remembered here; then another was made.
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

    /** What is needed to seal the texts of events that are appended together. */
    public Keyring keyring() {
        return new Keyring(this, texts);
    }

    /** Erases a person, in the caller's transaction, which must also append an event that says so. */
    public void destroy(Subject subject) {
        store.destroy(subject);
    }

    /** Notes that a person has been erased. */
    public void erased(Subject subject) {
        known.put(subject.toString(), SubjectKey.ERASED);
    }

    /** Forgets what is remembered: a database that crashed may have lost a key, and another been made. */
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

    /** Who is erased stays so, although somebody may have read the key before. */
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
