package dev.flagledger.installation.identity.rebuild;

import dev.flagledger.installation.identity.rebuild.IdentityTables.Place;
import dev.flagledger.ledger.log.stream.StreamWalk;
import dev.flagledger.ledger.projection.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One rebuild of all rows: of what is in the log, and then of what is not. */
final class RebuildRun implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(RebuildRun.class);
    private static final int AT_A_TIME = 500;

    private final StreamWalk streams;
    private final IdentityTables tables;
    private final IdentityRepair repair;
    private final List<StreamOfIdentity> clashing = new ArrayList<>();
    private volatile long compared;
    private volatile long of;
    private long differing;
    private volatile @Nullable RebuiltIdentities result;

    RebuildRun(StreamWalk streams, IdentityTables tables, IdentityRepair repair) {
        this.streams = streams;
        this.tables = tables;
        this.repair = repair;
    }

    /** How far it is; empty once it has ended. */
    Optional<Progress> progress() {
        return result == null
                ? Optional.of(new Progress(IdentityRebuild.NAME, compared, Math.max(compared, of)))
                : Optional.empty();
    }

    /** The result; empty until it has ended. */
    Optional<RebuiltIdentities> result() {
        return Optional.ofNullable(result);
    }

    /** Runs until all is done, it fails, or the thread is interrupted. */
    @Override
    public void run() {
        @Nullable String failure = "not finished";
        try {
            repairAll();
            failure = null;
        } catch (InterruptedException _) {
            failure = "the server stopped";
        } catch (RuntimeException e) {
            LOG.warn("The rebuild of the rows of identities failed", e);
            failure = e.toString();
        } finally {
            var ids = clashing.stream().map(StreamOfIdentity::id).sorted().toList();
            result = new RebuiltIdentities(compared, differing, ids, failure);
            LOG.info("Compared the rows of identities with their log: {}", result);
        }
    }

    private void repairAll() throws InterruptedException {
        of = streams.count();
        long done = 0;
        var names = streams.after("", AT_A_TIME);
        while (!names.isEmpty()) {
            repair(names);
            done += names.size();
            compared = done;
            names = streams.after(names.getLast(), AT_A_TIME);
        }
        removeUnknown(after -> tables.after(after, AT_A_TIME));
        removeUnknown(after -> tables.traitsOnly(after, AT_A_TIME));
        retry();
    }

    /** Removes the rows of identities that the log does not have. */
    private void removeUnknown(IntFunction<List<Place>> parts) throws InterruptedException {
        var places = parts.apply(Integer.MIN_VALUE);
        while (!places.isEmpty()) {
            var names = places.stream().map(Place::stream).toList();
            var known = streams.existing(names);
            repair(names.stream().filter(name -> !known.contains(name)).toList());
            places = parts.apply(places.getLast().id());
        }
    }

    /** Repairs what clashed: identifiers that others had instead of their own are free now. */
    private void retry() throws InterruptedException {
        var left = List.copyOf(clashing);
        clashing.clear();
        for (int from = 0; from < left.size(); from += AT_A_TIME) {
            repaired(left.subList(from, Math.min(left.size(), from + AT_A_TIME)));
        }
    }

    private void repair(List<String> names) throws InterruptedException {
        differing += repaired(names.stream().map(StreamOfIdentity::of).toList());
    }

    private int repaired(List<StreamOfIdentity> identities) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (identities.isEmpty()) {
            return 0;
        }
        var repaired = repair.repair(identities);
        clashing.addAll(repaired.clashing());
        return repaired.differing();
    }
}
