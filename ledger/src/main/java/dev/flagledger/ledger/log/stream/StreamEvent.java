package dev.flagledger.ledger.log.stream;

import java.time.Instant;

/**
 * An event of a log that is in order stream by stream.
 *
 * @param sequence its place in its stream, from 0
 * @param at when it was recorded
 */
public record StreamEvent(long sequence, Instant at, Object event) {}
