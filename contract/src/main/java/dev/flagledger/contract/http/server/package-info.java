/**
 * The HTTP server: connections, threads, and the customizers that every request passes before a handler. Independent of endpoints
 * and the content of bodies.
 */
@NullMarked
package dev.flagledger.contract.http.server;

import org.jspecify.annotations.NullMarked;
