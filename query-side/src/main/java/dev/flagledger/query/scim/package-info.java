/** What directories read by SCIM, and how an organisation is connected with its directory. */
@NullMarked
package dev.flagledger.query.scim;

import org.jspecify.annotations.NullMarked;
