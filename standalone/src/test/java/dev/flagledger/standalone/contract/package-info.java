/**
 * Holds every answer that a whole-server test receives against the OpenAPI document of the server that gave it: the route,
 * the status, the content type and the body. The document is read more strictly than clients should read it: an answer
 * may hold nothing that its schema does not name, so that nothing is answered which is not described.
 */
@NullMarked
package dev.flagledger.standalone.contract;

import org.jspecify.annotations.NullMarked;
