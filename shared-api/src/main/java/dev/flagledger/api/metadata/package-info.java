/** Custom fields: which there are, what they belong to, and what is written into them. */
@NullMarked
package dev.flagledger.api.metadata;

import org.jspecify.annotations.NullMarked;
