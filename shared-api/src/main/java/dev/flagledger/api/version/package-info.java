/**
 * Versions of flags in environments with versioning enabled: drafts of changes that are published together, and earlier
 * published states. They are part of the flag's stream.
 */
@NullMarked
package dev.flagledger.api.version;

import org.jspecify.annotations.NullMarked;
