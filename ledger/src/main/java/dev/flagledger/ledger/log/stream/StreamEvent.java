package dev.flagledger.ledger.log.stream;

import java.time.Instant;

/**
 * An event of a {@link StreamLog}.
 *
 * @param sequence the sequence number in its stream, from 0
 * @param at the time of recording
 */
public record StreamEvent(long sequence, Instant at, Object event) {}
