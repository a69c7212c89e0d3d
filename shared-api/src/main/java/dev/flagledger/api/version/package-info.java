/**
 * Versions of flags, in environments that keep them: drafts of changes that go live together, and what was live when.
 * They are in the stream of the flag that they are of.
 */
@NullMarked
package dev.flagledger.api.version;

import org.jspecify.annotations.NullMarked;
