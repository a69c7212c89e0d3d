package dev.flagledger.access.past;

import dev.flagledger.engine.state.Installation;
import java.time.Instant;

/**
 * An earlier state of one project and of what belongs to none.
 *
 * @param position the position of the last event that it includes
 * @param at the instant that was asked for, or the time of the last event
 */
public record PastState(long position, Instant at, Installation installation) {}
