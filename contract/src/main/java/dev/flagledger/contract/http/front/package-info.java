/**
 * The filters and checks that requests pass before controllers: normalised paths, the contract's headers, content negotiation.
 * Most apply to controllers only, so that servlets beside them stay fast. Knows no endpoint.
 */
@NullMarked
package dev.flagledger.contract.http.front;

import org.jspecify.annotations.NullMarked;
