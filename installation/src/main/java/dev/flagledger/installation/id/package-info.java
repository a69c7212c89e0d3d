/** The ids that events carry, and the words for what is missing. */
@NullMarked
package dev.flagledger.installation.id;

import org.jspecify.annotations.NullMarked;
