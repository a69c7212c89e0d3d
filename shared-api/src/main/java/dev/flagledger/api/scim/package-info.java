/** Provisioning of an organisation's people by a directory that speaks SCIM: commands about it. */
@NullMarked
package dev.flagledger.api.scim;

import org.jspecify.annotations.NullMarked;
