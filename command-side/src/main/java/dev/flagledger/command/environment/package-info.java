/**
 * Environments: their settings, versioning, server-side keys and webhooks. One package, because keys and webhooks are parts of the
 * aggregate.
 */
@NullMarked
package dev.flagledger.command.environment;

import org.jspecify.annotations.NullMarked;
