package dev.flagledger.ledger.subject;

import dev.flagledger.api.Subject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The keys for events that are appended together. New keys are generated here, and must be stored by the transaction of the append;
 * the others must equal the stored ones then.
 */
public final class Keyring {

    private final SubjectKeys keys;
    private final TextSeal texts;
    private final Map<String, SubjectKey> used = new TreeMap<>();
    private final Map<String, SubjectKey> drawn = new TreeMap<>();

    Keyring(SubjectKeys keys, TextSeal texts) {
        this.keys = keys;
        this.texts = texts;
    }

    /** Generates a key for a person that these events introduce, without a query. */
    public void introduce(Subject subject) {
        var name = subject.toString();
        if (keys.remembered(name) == null && !used.containsKey(name)) {
            used.put(name, draw(name));
        }
    }

    /** Seals a text. For an erased person, it is sealed under a key that is thrown away. */
    public SealedText seal(Subject subject, String text, TextLocation place) {
        var name = subject.toString();
        var key = used.computeIfAbsent(name, this::find);
        var secret = key.secret().or(() -> keys.draw(name).secret()).orElseThrow();
        return new SealedText(name, texts.seal(secret, text, place));
    }

    private SubjectKey find(String subject) {
        return keys.find(subject).orElseGet(() -> draw(subject));
    }

    private SubjectKey draw(String subject) {
        var key = keys.draw(subject);
        drawn.put(subject, key);
        return key;
    }

    /** The persons whose keys are new, and have to be stored. */
    public String[] drawnSubjects() {
        return drawn.keySet().toArray(String[]::new);
    }

    /** The wrapped keys of {@link #drawnSubjects}. */
    public byte[][] drawnKeys() {
        return drawn.values().stream().map(SubjectKey::wrapped).toArray(byte[][]::new);
    }

    /** The persons whose keys must equal the stored ones. */
    public String[] usedSubjects() {
        return used.entrySet().stream()
                .filter(entry -> !entry.getValue().isErased())
                .map(Map.Entry::getKey)
                .toArray(String[]::new);
    }

    /** The wrapped keys of {@link #usedSubjects}. */
    public byte[][] usedKeys() {
        return used.values().stream()
                .filter(key -> !key.isErased())
                .map(SubjectKey::wrapped)
                .toArray(byte[][]::new);
    }

    /** Reports that another key is stored for a person, and loads it for the next attempt. */
    public void contested(String subject) {
        keys.forget(subject);
        keys.prefetch(List.of(subject));
    }

    /** Reports that the events were appended: new keys are cached when the transaction, if there is one, has been committed. */
    public void appended() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            drawn.forEach(keys::remember);
        } else if (!drawn.isEmpty()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    drawn.forEach(keys::remember);
                }
            });
        }
    }
}
