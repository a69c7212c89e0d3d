/** Environments: their settings, their key, and the webhooks that are told of their flags. */
@NullMarked
package dev.flagledger.api.environment;

import org.jspecify.annotations.NullMarked;
