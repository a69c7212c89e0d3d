package dev.flagledger.contract.view.organisation;

import dev.flagledger.engine.state.organisation.EventRetention;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an organisation's old events. Flagsmith has no such response.
 *
 * @param days the number of days for which they are kept; null for ever
 * @param prunedTo the position of the last event that is pruned; null for none
 */
public record RetentionView(
        @Nullable Integer days, boolean legalHold, @Nullable Long prunedTo) {

    public static RetentionView of(EventRetention retention) {
        return new RetentionView(
                retention.days(), retention.legalHold(), retention.prunedTo() == 0 ? null : retention.prunedTo());
    }
}
