package dev.flagledger.ledger.history.checkpoint;

import dev.flagledger.ledger.history.checkpoint.CheckpointTable.Checkpoint;
import dev.flagledger.ledger.history.checkpoint.CheckpointTable.Outcome;
import dev.flagledger.ledger.secret.BrokenSealException;
import dev.flagledger.ledger.secret.Wrapping;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * States that are stored so that they need not be folded again: part by part, each only where it has changed. One that other
 * code wrote, or that is not what was stored, is as good as none: the log has everything.
 *
 * @param <S> what is folded; immutable
 */
public final class Checkpoints<S> {

    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

    /** So many are kept over the length of the log. */
    private static final int MOST = 64;

    private final S empty;
    private final Parts<S> parts;
    private final CheckpointTable table;
    private final CheckpointRemoval removal;
    private final Wrapping wrapping;
    private final StateBytes bytes = new StateBytes();

    /**
     * Checkpoints of the states that a fold with this beginning comes to.
     *
     * @param wrapping encrypts them, since what is personal stands in states in the clear
     */
    public Checkpoints(
            S empty, Parts<S> parts, JdbcClient jdbc, TransactionOperations transactions, Wrapping wrapping) {
        this.empty = empty;
        this.parts = parts;
        this.wrapping = wrapping;
        var code = new ArrayList<>(parts.code());
        code.add(Checkpoints.class);
        code.addAll(StateBytes.LIBRARIES);
        var fingerprint = CodeFingerprint.of(code);
        this.table = new CheckpointTable(jdbc, transactions, fingerprint);
        this.removal = new CheckpointRemoval(jdbc, transactions, fingerprint);
    }

    public Parts<S> parts() {
        return parts;
    }

    CheckpointTable table() {
        return table;
    }

    CheckpointRemoval removal() {
        return removal;
    }

    /** See {@link CheckpointRemoval#forgetBefore}. */
    void forgetBefore(long erasure) {
        removal.forgetBefore(erasure);
    }

    /** The whole state of the newest one up to a position. */
    public Optional<Positioned<S>> newest(long upTo) {
        return read(upTo, Checkpoint::parts);
    }

    /** The same with one project alone; without it if there was none yet. */
    public Optional<Positioned<S>> newest(long upTo, int project) {
        return read(
                upTo,
                checkpoint -> checkpoint.parts().contains(project) ? Set.of(Parts.REST, project) : Set.of(Parts.REST));
    }

    private Optional<Positioned<S>> read(long upTo, Function<Checkpoint, Set<Integer>> wanted) {
        var checkpoint = table.newest(upTo);
        while (checkpoint.isPresent()) {
            long position = checkpoint.get().position();
            var read = read(position, wanted.apply(checkpoint.get()));
            if (read.isPresent()) {
                return read;
            }
            LOG.warn("The checkpoint at position {} is gone or not what was stored, and is deleted", position);
            removal.delete(position);
            checkpoint = table.newest(position - 1);
        }
        return Optional.empty();
    }

    private Optional<Positioned<S>> read(long position, Collection<Integer> wanted) {
        var stored = table.parts(wanted, position);
        if (stored.size() < wanted.size()) {
            return Optional.empty();
        }
        var cut = stored.parallelStream().map(this::read).toList();
        if (!cut.stream().allMatch(Optional::isPresent)) {
            return Optional.empty();
        }
        try {
            var state = empty;
            for (var part : cut) {
                state = parts.with(state, part.orElseThrow());
            }
            return Optional.of(new Positioned<>(position, state));
        } catch (RuntimeException e) {
            LOG.warn("The parts of a checkpoint make no state", e);
            return Optional.empty();
        }
    }

    private Optional<Object> read(StoredPart part) {
        if (!part.intact()) {
            return Optional.empty();
        }
        byte[] opened;
        try {
            opened = wrapping.unwrap(part.bytes(), place(part.part(), part.position()));
        } catch (BrokenSealException _) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(bytes.read(opened));
        } catch (RuntimeException e) {
            LOG.warn("A part of a checkpoint cannot be read", e);
            return Optional.empty();
        }
    }

    /** A part as it is stored. */
    StoredPart stored(int part, long position, Object cut) {
        return new StoredPart(part, position, wrapping.wrap(bytes.write(cut), place(part, position)));
    }

    private static String place(int part, long position) {
        return part + "@" + position;
    }

    /** Stores these parts of a state, of which all others are as in an earlier checkpoint. */
    Outcome store(Positioned<S> at, Optional<Long> base, List<StoredPart> changed) {
        return table.store(new Checkpoint(at.position(), parts.of(at.state())), base, changed);
    }

    /**
     * Deletes older ones until there are few enough: of each stretch of the log the first one stays, and the stretches are as
     * short as can be.
     *
     * @param head the position of the last one, which always stays, as do later ones
     * @param interval the shortest stretch
     */
    void thin(long head, long interval) {
        long stretch = interval;
        while (head / stretch > MOST) {
            stretch *= 2;
        }
        long length = stretch;
        removal.keep(all -> firsts(all, head, length));
    }

    private static Set<Long> firsts(List<Long> positions, long head, long stretch) {
        var kept = new HashMap<Long, Long>();
        for (long position : positions) {
            // What is newer is another node's.
            kept.putIfAbsent(position < head ? position / stretch : position, position);
        }
        return new HashSet<>(kept.values());
    }
}
