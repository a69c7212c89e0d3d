/** The description of the HTTP interface: a file for each part of it, in the resources, and what all routes share. */
@NullMarked
package dev.flagledger.query.openapi;

import org.jspecify.annotations.NullMarked;
