/**
 * The HTTP server: connections, threads, and the customizers that every request passes before a handler. Independent of endpoints
 * and the content of bodies. One package, because the customizers are one rule each and are all attached by one configuration, in the
 * order that matters.
 */
@NullMarked
package dev.flagledger.contract.http.server;

import org.jspecify.annotations.NullMarked;
