/**
 * The protocols of the port beside plain HTTP/1.1: HTTP/2, TLS, and the PROXY protocol. Their requests pass the same customizers.
 */
@NullMarked
package dev.flagledger.contract.http.server.protocol;

import org.jspecify.annotations.NullMarked;
