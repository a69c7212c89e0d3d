/** Paths of requests, as they were sent and as the routes name them. */
@NullMarked
package dev.flagledger.contract.http.path;

import org.jspecify.annotations.NullMarked;
