package dev.flagledger.ledger.log.stream;

import dev.flagledger.ledger.log.Attribution;
import java.time.Instant;
import java.util.UUID;

/**
 * An event of a {@link StreamLog}.
 *
 * @param id the id of the event
 * @param sequence the sequence number in its stream, from 0
 * @param at the time of recording
 * @param by who recorded it, with which request
 */
public record StreamEvent(UUID id, long sequence, Instant at, Attribution by, Object event) {}
