/**
 * What flags are for an identity: context in, result out, as exactly as Flagsmith's own engine. Pure functions of plain
 * data that know nothing of events, and total: whatever the context says, there is a result.
 */
@NullMarked
package dev.flagledger.engine.evaluation;

import org.jspecify.annotations.NullMarked;
