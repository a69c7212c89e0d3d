package dev.flagledger.query.proof;

import static java.util.stream.Collectors.toSet;

import dev.flagledger.ledger.log.store.StoredEvent;
import dev.flagledger.query.event.table.EventPlace;
import dev.flagledger.query.event.table.OfInstallation;
import dev.flagledger.query.event.table.OfOrganisations;
import dev.flagledger.query.event.table.OfProject;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which entries the caller of a place may have. */
final class EntryAccess {

    /** The properties of events that name organisations. */
    static final List<String> NAMES = List.of("organisations", "organisation", "organisationId");

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private EntryAccess() {}

    /** Whether rows of accounts belong to the place, whose events the log assigns to no organisation. */
    static boolean hasAccounts(EventPlace place) {
        return place instanceof OfOrganisations;
    }

    /**
     * Whether the caller of the place may have the entry of an event that it lists. An event that the log assigns to none, such as that of an
     * account, may name other organisations of the user; the row does not.
     */
    static boolean mayHave(EventPlace place, StoredEvent event) {
        return place.includes(event.scope())
                || switch (place) {
                    case OfInstallation _ -> true;
                    case OfProject _ -> false;
                    case OfOrganisations(var ids) -> !event.isPruned() && ids.containsAll(named(event));
                };
    }

    private static Set<Integer> named(StoredEvent event) {
        var payload = MAPPER.readTree(event.requireEntry().unsafeBytes()).required("event");
        return NAMES.stream()
                .flatMap(name -> payload.findValues(name).stream())
                .flatMap(value -> value.isArray() ? value.valueStream() : Stream.of(value))
                .filter(JsonNode::isInt)
                .map(JsonNode::asInt)
                .collect(toSet());
    }
}
