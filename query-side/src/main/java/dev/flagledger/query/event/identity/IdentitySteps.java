package dev.flagledger.query.event.identity;

import static java.util.stream.Collectors.groupingBy;

import dev.flagledger.api.Actor;
import dev.flagledger.api.catalogue.EventCatalogue;
import dev.flagledger.api.event.IdentityEvent;
import dev.flagledger.api.event.IdentityEvent.IdentityCreated;
import dev.flagledger.api.event.IdentityEvent.IdentityDeleted;
import dev.flagledger.api.event.IdentityEvent.IdentityRenamed;
import dev.flagledger.api.event.IdentityEvent.TraitsChanged;
import dev.flagledger.api.event.ManagedIdentityEvent;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityCreated;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityDeleted;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityRenamed;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedTraitsChanged;
import dev.flagledger.installation.identity.log.IdentityStep;
import dev.flagledger.ledger.log.Attribution;
import dev.flagledger.query.event.table.RequestedEvent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The newest steps of an identity, in order. Those of the team are in the configuration log, too, under a name of their own; they are found
 * there by their request.
 */
final class IdentitySteps {

    private static final EventCatalogue CATALOGUE = new EventCatalogue();
    private static final Set<Actor.Kind> TEAM = Set.of(Actor.Kind.USER, Actor.Kind.API_KEY);

    private final List<IdentityStep> all;
    private final Map<RequestedEvent, List<IdentityStep>> ofTeam;

    IdentitySteps(List<IdentityStep> all) {
        this.all = all;
        this.ofTeam = all.stream()
                .filter(step -> decided(step).isPresent())
                .collect(groupingBy(step -> decided(step).orElseThrow()));
    }

    /** Whether a step was not taken by the team, so that it is only in the log of identities. */
    static boolean isReported(Attribution by) {
        return !TEAM.contains(by.actor().kind());
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** The requests of the team. */
    Collection<String> requests() {
        return ofTeam.keySet().stream().map(RequestedEvent::request).collect(Collectors.toSet());
    }

    /** The step that was recorded with an event of the configuration log; empty if there is none, or several had the same request. */
    Optional<IdentityStep> with(RequestedEvent event) {
        return Optional.ofNullable(ofTeam.get(event))
                .filter(steps -> steps.size() == 1)
                .map(List::getFirst);
    }

    /** The steps without an event in the configuration log, which has these of the team. */
    Stream<IdentityStep> without(Set<RequestedEvent> events) {
        return all.stream()
                .filter(step -> decided(step).filter(events::contains).isEmpty());
    }

    /** What the configuration log has of a step if the team took it. */
    private static Optional<RequestedEvent> decided(IdentityStep step) {
        return isReported(step.by())
                ? Optional.empty()
                : Optional.ofNullable(step.by().requestId())
                        .map(request -> new RequestedEvent(
                                request, CATALOGUE.nameOf(decided(step.event())).orElseThrow()));
    }

    private static Class<? extends ManagedIdentityEvent> decided(IdentityEvent event) {
        return switch (event) {
            case IdentityCreated _ -> ManagedIdentityCreated.class;
            case IdentityRenamed _ -> ManagedIdentityRenamed.class;
            case TraitsChanged _ -> ManagedTraitsChanged.class;
            case IdentityDeleted _ -> ManagedIdentityDeleted.class;
        };
    }
}
