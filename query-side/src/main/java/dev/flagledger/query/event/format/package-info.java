/** The formats in which events are written as a stream: lines of JSON, and sheets. */
@NullMarked
package dev.flagledger.query.event.format;

import org.jspecify.annotations.NullMarked;
