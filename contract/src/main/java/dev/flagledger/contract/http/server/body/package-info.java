/** Bodies of requests that arrive whole with their headers: read at once, before anything waits for them. */
@NullMarked
package dev.flagledger.contract.http.server.body;

import org.jspecify.annotations.NullMarked;
