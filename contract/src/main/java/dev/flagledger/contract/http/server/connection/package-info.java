/**
 * Connections: how many there may be, how long and how slowly their clients may send, and when they end. What a client sends too slowly
 * or opens too often costs the others nothing.
 */
@NullMarked
package dev.flagledger.contract.http.server.connection;

import org.jspecify.annotations.NullMarked;
