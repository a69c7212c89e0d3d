/**
 * What must be kept and must never be told: signing secrets. They are not events, so that the log can be read, exported and
 * kept forever without giving one away.
 */
@NullMarked
package dev.flagledger.platform.secrets;

import org.jspecify.annotations.NullMarked;
