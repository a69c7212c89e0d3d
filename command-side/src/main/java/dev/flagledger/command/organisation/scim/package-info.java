/** The directory of an organisation, as a part of its aggregate. */
@NullMarked
package dev.flagledger.command.organisation.scim;

import org.jspecify.annotations.NullMarked;
