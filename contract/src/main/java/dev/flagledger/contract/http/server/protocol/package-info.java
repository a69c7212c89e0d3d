/**
 * What the port speaks beside plain HTTP/1.1: HTTP/2, TLS, and the PROXY protocol. All of it leads to the same requests, which pass
 * the same customizers.
 */
@NullMarked
package dev.flagledger.contract.http.server.protocol;

import org.jspecify.annotations.NullMarked;
