/** Environments with their keys, webhooks and metrics. */
@NullMarked
package dev.flagledger.contract.view.environment;

import org.jspecify.annotations.NullMarked;
