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
 * Folded states stored in the database, part by part, unchanged parts only once. Checkpoints of other code and damaged ones are
 * ignored, since the log has everything.
 *
 * @param <S> the state; immutable
 */
public final class Checkpoints<S> {

    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

    /** The number of checkpoints kept over the length of the log. */
    private static final int MAX_KEPT = 64;

    private final S empty;
    private final Parts<S> parts;
    private final CheckpointTable table;
    private final CheckpointRemoval removal;
    private final Wrapping wrapping;
    private final StateBytes bytes = new StateBytes();

    /**
     * Creates the store of a fold's states.
     *
     * @param empty the initial state
     * @param wrapping encrypts the checkpoints, since states contain personal data in plain text
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

    /** The whole state of the newest checkpoint up to a position. */
    public Optional<Positioned<S>> newest(long upTo) {
        return read(upTo, Checkpoint::parts);
    }

    /** Like {@link #newest(long)}, with one project only, or with none if the project did not exist. */
    public Optional<Positioned<S>> newest(long upTo, int project) {
        return read(
                upTo,
                checkpoint -> checkpoint.parts().contains(project) ? Set.of(Parts.REST, project) : Set.of(Parts.REST));
    }

    private Optional<Positioned<S>> read(long upTo, Function<Checkpoint, Set<Integer>> selection) {
        var checkpoint = table.newest(upTo);
        while (checkpoint.isPresent()) {
            long position = checkpoint.get().position();
            var read = read(position, selection.apply(checkpoint.get()));
            if (read.isPresent()) {
                return read;
            }
            LOG.warn("The checkpoint at position {} is incomplete or damaged, and is deleted", position);
            removal.delete(position);
            checkpoint = table.newest(position - 1);
        }
        return Optional.empty();
    }

    private Optional<Positioned<S>> read(long position, Collection<Integer> ids) {
        var stored = table.parts(ids, position);
        if (stored.size() < ids.size()) {
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
            LOG.warn("The parts of a checkpoint do not form a state", e);
            return Optional.empty();
        }
    }

    private Optional<Object> read(StoredPart part) {
        if (!part.isIntact()) {
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

    /** Serializes and encrypts a part. */
    StoredPart stored(int part, long position, Object cut) {
        return new StoredPart(part, position, wrapping.wrap(bytes.write(cut), place(part, position)));
    }

    private static String place(int part, long position) {
        return part + "@" + position;
    }

    /** Stores a checkpoint of which only these parts differ from an earlier one. */
    Outcome store(Positioned<S> at, Optional<Long> base, List<StoredPart> changed) {
        return table.store(new Checkpoint(at.position(), parts.of(at.state())), base, changed);
    }

    /**
     * Deletes older checkpoints until there are few enough: keeps the first one of each range of the log, with ranges as short as
     * possible.
     *
     * @param head the position of the last one, which is kept, as are later ones
     * @param interval the minimum length of a range
     */
    void thin(long head, long interval) {
        long range = interval;
        while (head / range > MAX_KEPT) {
            range *= 2;
        }
        long length = range;
        removal.keep(all -> firsts(all, head, length));
    }

    private static Set<Long> firsts(List<Long> positions, long head, long range) {
        var kept = new HashMap<Long, Long>();
        for (long position : positions) {
            // Later ones are those of other nodes.
            kept.putIfAbsent(position < head ? position / range : position, position);
        }
        return new HashSet<>(kept.values());
    }
}
