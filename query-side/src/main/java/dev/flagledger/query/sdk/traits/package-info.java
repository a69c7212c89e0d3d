/**
 * Reports about identities in requests that do not ask for flags: one trait, many at once, or an increment. They are recorded as
 * those of other requests are; these classes parse them and build the responses.
 */
@NullMarked
package dev.flagledger.query.sdk.traits;

import org.jspecify.annotations.NullMarked;
