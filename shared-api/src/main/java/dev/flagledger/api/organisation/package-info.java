/** Organisations and their members: the outermost boundary of what anyone may see. */
@NullMarked
package dev.flagledger.api.organisation;

import org.jspecify.annotations.NullMarked;
