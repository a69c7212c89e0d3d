/** The disk below an embedded database: files that are written for good, and room that is kept for recovery. */
@NullMarked
package dev.flagledger.standalone.postgres.disk;

import org.jspecify.annotations.NullMarked;
