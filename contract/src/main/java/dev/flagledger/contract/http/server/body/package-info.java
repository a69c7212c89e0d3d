/** Bodies of requests that arrive whole with their headers, which are read without blocking. */
@NullMarked
package dev.flagledger.contract.http.server.body;

import org.jspecify.annotations.NullMarked;
