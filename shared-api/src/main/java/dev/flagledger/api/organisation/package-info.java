/** Organisations and their members. An organisation is the outermost boundary of visibility. */
@NullMarked
package dev.flagledger.api.organisation;

import org.jspecify.annotations.NullMarked;
