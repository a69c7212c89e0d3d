/** Requests to hosts that somebody has configured, such as identity providers. */
@NullMarked
package dev.flagledger.access.outbound.http;

import org.jspecify.annotations.NullMarked;
