/**
 * Finds lines of the audit log, and counts them. Lines of the same place and text are counted together as they are written, so that
 * no list counts its lines one by one.
 */
@NullMarked
package dev.flagledger.query.audit.find;

import org.jspecify.annotations.NullMarked;
