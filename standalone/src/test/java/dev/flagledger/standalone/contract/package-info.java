/**
 * Validates every response that a whole-server test receives against the server's OpenAPI document: route, status, content
 * type and body. The validation is stricter than that of clients should be: a response may have no property that its schema
 * does not name, so that every property is described.
 */
@NullMarked
package dev.flagledger.standalone.contract;

import org.jspecify.annotations.NullMarked;
