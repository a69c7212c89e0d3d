/** Feature health: who may report it, taking in the reports, and taking them back. */
@NullMarked
package dev.flagledger.command.health;

import org.jspecify.annotations.NullMarked;
