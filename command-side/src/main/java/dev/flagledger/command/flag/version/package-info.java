/**
 * Drafting and publishing of versions, in environments that use versioning. The flag decides their changes as it
 * decides direct ones.
 */
@NullMarked
package dev.flagledger.command.flag.version;

import org.jspecify.annotations.NullMarked;
