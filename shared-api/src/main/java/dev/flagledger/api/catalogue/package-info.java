/** Stored names and revisions of event types, and upcasters between revisions. */
@NullMarked
package dev.flagledger.api.catalogue;

import org.jspecify.annotations.NullMarked;
