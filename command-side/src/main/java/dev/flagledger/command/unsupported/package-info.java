/**
 * What Flagsmith's clients send without being asked to, for features that this server does not have yet. It is refused as a
 * server of Flagsmith's refuses it where the feature is switched off; nothing is recorded.
 */
@NullMarked
package dev.flagledger.command.unsupported;

import org.jspecify.annotations.NullMarked;
