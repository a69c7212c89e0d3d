/**
 * Resources that Flagsmith's clients read and this server does not support, such as integrations and change requests.
 * Lists are empty, in the shape that they would have with content, and require the permission to view it. A resource that becomes
 * supported moves to a package of its own.
 */
@NullMarked
package dev.flagledger.query.unsupported;

import org.jspecify.annotations.NullMarked;
