package dev.flagledger.ledger.proof.verify;

import dev.flagledger.ledger.proof.note.TreeHead;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a verification.
 *
 * @param events the number of events that were read, up to the first fault
 * @param head the newest signed head; null if the log has none
 * @param note its note, empty without one
 * @param heads the number of signed heads that were verified
 * @param fault the first fault; empty if the log is intact
 */
public record Verification(long events, @Nullable TreeHead head, String note, long heads, Optional<Fault> fault) {}
