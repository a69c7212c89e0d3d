/** Sends generated requests to a whole server, and validates each response against the OpenAPI document. */
@NullMarked
package dev.flagledger.standalone.fuzz;

import org.jspecify.annotations.NullMarked;
