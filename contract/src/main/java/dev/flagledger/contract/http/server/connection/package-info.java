/** Limits what slow or numerous clients can take from the others. */
@NullMarked
package dev.flagledger.contract.http.server.connection;

import org.jspecify.annotations.NullMarked;
