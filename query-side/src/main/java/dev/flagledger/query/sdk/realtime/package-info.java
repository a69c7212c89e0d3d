/** Notifies applications of changed flags by server-sent events. Applications then request the flags themselves. */
@NullMarked
package dev.flagledger.query.sdk.realtime;

import org.jspecify.annotations.NullMarked;
