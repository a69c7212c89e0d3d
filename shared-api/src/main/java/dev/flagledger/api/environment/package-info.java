/** Environments: settings, keys and webhooks. */
@NullMarked
package dev.flagledger.api.environment;

import org.jspecify.annotations.NullMarked;
