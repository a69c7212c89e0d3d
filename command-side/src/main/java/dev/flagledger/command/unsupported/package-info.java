/**
 * Requests that Flagsmith's clients send unprompted, for features that this server does not have yet. They are refused
 * as Flagsmith refuses them where the feature is switched off; nothing is recorded.
 */
@NullMarked
package dev.flagledger.command.unsupported;

import org.jspecify.annotations.NullMarked;
