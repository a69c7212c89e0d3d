package dev.flagledger.ledger.subject;

import dev.flagledger.api.Subject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The keys for events that are appended together. Those of people who were not known are drawn here, and must be stored in
 * the transaction that appends; the others must then still be those that are stored.
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

    /** Has a key for somebody who appears with these events, without a look at the database. */
    public void introduce(Subject subject) {
        var name = subject.toString();
        if (keys.remembered(name) == null && !used.containsKey(name)) {
            used.put(name, draw(name));
        }
    }

    /** The text encrypted. What is told of somebody who is erased can be read by nobody from the beginning. */
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

    /** Whom a key has to be stored for. */
    public String[] drawnSubjects() {
        return drawn.keySet().toArray(String[]::new);
    }

    /** Their keys, wrapped. */
    public byte[][] drawnKeys() {
        return drawn.values().stream().map(SubjectKey::wrapped).toArray(byte[][]::new);
    }

    /** Whose keys must be those that are stored. */
    public String[] usedSubjects() {
        return used.entrySet().stream()
                .filter(entry -> !entry.getValue().isErased())
                .map(Map.Entry::getKey)
                .toArray(String[]::new);
    }

    /** Their keys, wrapped. */
    public byte[][] usedKeys() {
        return used.values().stream()
                .filter(key -> !key.isErased())
                .map(SubjectKey::wrapped)
                .toArray(byte[][]::new);
    }

    /** To be told when another key than the one here turns out to be stored, so that that one is used at the next try. */
    public void contested(String subject) {
        keys.forget(subject);
        keys.prefetch(List.of(subject));
    }

    /** To be told when the events are appended: its keys are of use once they are committed, with the transaction if there is one. */
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
