/** The admin API's reads of organisations. */
@NullMarked
package dev.flagledger.query.organisation;

import org.jspecify.annotations.NullMarked;
