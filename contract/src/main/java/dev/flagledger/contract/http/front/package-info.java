/**
 * What every request for a controller passes: one spelling of its path, the contract's headers, the check whether the client can
 * read an answer. Stands before controllers only, so that a servlet beside them is as fast as it can be. Knows no endpoint.
 */
@NullMarked
package dev.flagledger.contract.http.front;

import org.jspecify.annotations.NullMarked;
