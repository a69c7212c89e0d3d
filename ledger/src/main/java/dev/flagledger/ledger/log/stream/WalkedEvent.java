package dev.flagledger.ledger.log.stream;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event of one of many streams, without who recorded it.
 *
 * @param sequence the sequence number in its stream, from 0
 * @param at the time of recording, as the rows have it that were written with the event
 * @param organisationId the organisation that it belongs to; null for none
 * @param projectId the project that it belongs to; null for none
 */
public record WalkedEvent(
        String stream,
        long sequence,
        Instant at,
        @Nullable Integer organisationId,
        @Nullable Integer projectId,
        Object event) {}
