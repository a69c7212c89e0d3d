/** Environments: their settings, versioning, server-side keys and webhooks. */
@NullMarked
package dev.flagledger.command.environment;

import org.jspecify.annotations.NullMarked;
