/** Feature health: providers, their reports, and the dismissal of reports. */
@NullMarked
package dev.flagledger.command.health;

import org.jspecify.annotations.NullMarked;
