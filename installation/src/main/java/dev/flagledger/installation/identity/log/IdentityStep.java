package dev.flagledger.installation.identity.log;

import dev.flagledger.api.event.IdentityEvent;
import dev.flagledger.ledger.log.Attribution;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An event with the identity before and after it, which have at least those traits that the event changes.
 *
 * @param eventId the id of the event
 * @param sequence number of the event in the stream of the identity, from 0
 * @param by who caused it, with which request
 * @param before empty before its creation
 * @param after empty after its deletion
 */
public record IdentityStep(
        UUID eventId,
        long sequence,
        Instant at,
        Attribution by,
        IdentityEvent event,
        Optional<IdentityState> before,
        Optional<IdentityState> after) {}
