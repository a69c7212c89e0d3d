/**
 * Limits of connections: their number, and how long and how slowly clients may send, so that no client uses up what others need.
 */
@NullMarked
package dev.flagledger.contract.http.server.connection;

import org.jspecify.annotations.NullMarked;
