/** Environments: creating and changing them, and the webhooks that are told of their flags. */
@NullMarked
package dev.flagledger.command.environment;

import org.jspecify.annotations.NullMarked;
