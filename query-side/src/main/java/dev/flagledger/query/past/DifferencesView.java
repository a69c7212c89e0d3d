package dev.flagledger.query.past;

import dev.flagledger.contract.view.difference.DifferenceView;
import java.util.List;

/**
 * The differences of two states.
 *
 * @param from the position of the earlier state
 * @param to the position of the later state
 */
record DifferencesView(long from, long to, List<DifferenceView> differences) {}
