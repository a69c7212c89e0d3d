/** Features: creating them with a state in every environment, and changing their details. */
@NullMarked
package dev.flagledger.command.feature;

import org.jspecify.annotations.NullMarked;
