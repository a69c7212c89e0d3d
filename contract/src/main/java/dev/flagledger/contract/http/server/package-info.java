/**
 * The HTTP server: its connections, its threads, and what every request passes before a handler sees it. Knows no endpoint and
 * no body.
 */
@NullMarked
package dev.flagledger.contract.http.server;

import org.jspecify.annotations.NullMarked;
