/** Environments, and the webhooks in them, as their administrators read them. */
@NullMarked
package dev.flagledger.query.environment;

import org.jspecify.annotations.NullMarked;
