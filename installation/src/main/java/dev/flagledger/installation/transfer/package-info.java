/**
 * What both sides must know of exports and imports: the documents that were made, and how imports went. They are no events,
 * since they change nothing; what an import changes is told by the events of what it changed.
 */
@NullMarked
package dev.flagledger.installation.transfer;

import org.jspecify.annotations.NullMarked;
