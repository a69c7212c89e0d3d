/** Features: their details and options, and their creation with a state in every environment. */
@NullMarked
package dev.flagledger.command.feature;

import org.jspecify.annotations.NullMarked;
