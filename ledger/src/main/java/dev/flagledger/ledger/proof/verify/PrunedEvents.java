package dev.flagledger.ledger.proof.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The events of a log that have no entry any more. Each has to be accounted for by an event that records up to where the events of its
 * organisation are pruned.
 */
public final class PrunedEvents {

    /** The stored name of the event that records a pruning. */
    private static final String RECORD = "organisation.events-pruned";

    /** The stored names of events that are never pruned. */
    private static final Set<String> KEPT = Set.of(
            "organisation.retention-changed",
            "organisation.legal-hold-placed",
            "organisation.legal-hold-lifted",
            RECORD);

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Map<Integer, Long> horizons = new HashMap<>();
    private final Map<Integer, List<Long>> missing = new HashMap<>();
    private long count;

    /** The number of events without an entry. */
    public long count() {
        return count;
    }

    /**
     * Adds an event without an entry.
     *
     * @param organisation the organisation whose prunings may account for it
     * @param type its stored name; neither is proved
     * @throws FaultException if it belongs to no organisation, or is of a type that is never pruned
     */
    public void add(long position, @Nullable Integer organisation, String type) {
        if (organisation == null) {
            throw unaccounted(position);
        }
        if (KEPT.contains(type)) {
            throw new FaultException(position, "the entry is missing, and events about retention are never pruned");
        }
        missing.computeIfAbsent(organisation, _ -> new ArrayList<>()).add(position);
        count++;
    }

    /** Takes notice of an event with its entry, which was verified. */
    public void read(String type, byte[] entry) {
        if (type.equals(RECORD)) {
            try {
                var event = MAPPER.readTree(entry).required("event");
                horizons.merge(
                        event.required("organisationId").intValue(),
                        event.required("horizon").longValue(),
                        Math::max);
            } catch (JacksonException _) {
                // Accounts for nothing.
            }
        }
    }

    /**
     * Requires that each event without an entry is accounted for.
     *
     * @throws FaultException at the first that is not
     */
    public void requireAccounted() {
        missing.entrySet().stream()
                .flatMap(of -> of.getValue().stream()
                        .filter(position -> position > horizons.getOrDefault(of.getKey(), 0L))
                        .limit(1))
                .min(Long::compare)
                .ifPresent(position -> {
                    throw unaccounted(position);
                });
    }

    private static FaultException unaccounted(long position) {
        return new FaultException(position, "the entry is missing, and no pruning accounts for it");
    }
}
