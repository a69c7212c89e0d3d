package dev.flagledger.command.revert;

import dev.flagledger.command.revert.plan.Plan;
import dev.flagledger.contract.view.difference.DifferenceView;
import java.util.List;

/**
 * The response to a revert.
 *
 * @param revertedTo the position of the state of then
 * @param differences what has changed, or would change
 * @param lost what does not return with an object that was created again
 */
record Reverted(long revertedTo, List<DifferenceView> differences, List<Plan.Lost> lost) {}
