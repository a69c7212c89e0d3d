/** The admin API's reads of segments and of the features that are overridden for them. */
@NullMarked
package dev.flagledger.query.segment;

import org.jspecify.annotations.NullMarked;
