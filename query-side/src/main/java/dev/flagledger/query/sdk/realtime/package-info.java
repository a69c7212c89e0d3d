/**
 * Tells applications at once that their flags have changed, over streams of server-sent events. What changed they fetch
 * themselves.
 */
@NullMarked
package dev.flagledger.query.sdk.realtime;

import org.jspecify.annotations.NullMarked;
