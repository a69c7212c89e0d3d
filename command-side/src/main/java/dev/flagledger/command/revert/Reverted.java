package dev.flagledger.command.revert;

import dev.flagledger.contract.view.difference.DifferenceView;
import java.util.List;

/**
 * The response to a revert.
 *
 * @param revertedTo the position of the state of then
 * @param differences what has changed, or would change
 */
record Reverted(long revertedTo, List<DifferenceView> differences) {}
