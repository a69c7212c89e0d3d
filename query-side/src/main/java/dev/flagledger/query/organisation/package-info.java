/** Organisations as their members read them. */
@NullMarked
package dev.flagledger.query.organisation;

import org.jspecify.annotations.NullMarked;
