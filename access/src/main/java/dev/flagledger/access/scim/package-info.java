/** How directories prove that they may provision an organisation's people by SCIM. */
@NullMarked
package dev.flagledger.access.scim;

import org.jspecify.annotations.NullMarked;
