/** The OpenAPI document of the HTTP interface, assembled from one resource per part. */
@NullMarked
package dev.flagledger.query.openapi;

import org.jspecify.annotations.NullMarked;
