/**
 * The log of identities: ordered stream by stream, each event appended by the statement that changes the rows which show it.
 */
@NullMarked
package dev.flagledger.ledger.log.stream;

import org.jspecify.annotations.NullMarked;
