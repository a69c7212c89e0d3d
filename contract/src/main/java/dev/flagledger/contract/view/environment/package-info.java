/** Environments with their keys, webhooks and figures. */
@NullMarked
package dev.flagledger.contract.view.environment;

import org.jspecify.annotations.NullMarked;
