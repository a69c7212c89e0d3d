/** Projects: the settings under which a team keeps its features. */
@NullMarked
package dev.flagledger.api.project;

import org.jspecify.annotations.NullMarked;
