package dev.flagledger.ledger.log.stream;

import dev.flagledger.ledger.log.AppendContext;
import java.time.Instant;

/**
 * An event that is to be appended to a {@link StreamLog}.
 *
 * @param sequence its place in its stream, from 0
 * @param at when it happened
 */
public record PlacedEvent<E>(E event, long sequence, AppendContext context, Instant at) {}
