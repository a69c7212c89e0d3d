package dev.flagledger.ledger.log.stream;

import dev.flagledger.ledger.log.AppendContext;
import java.time.Instant;

/**
 * An event to append to a {@link StreamLog}.
 *
 * @param sequence the sequence number in its stream, from 0
 * @param at the time of recording
 */
public record PlacedEvent<E>(E event, long sequence, AppendContext context, Instant at) {}
