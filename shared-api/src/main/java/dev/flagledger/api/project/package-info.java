/** Projects and their tags. */
@NullMarked
package dev.flagledger.api.project;

import org.jspecify.annotations.NullMarked;
