/** The owners of features: users, and groups of the organisation. */
@NullMarked
package dev.flagledger.command.feature.owner;

import org.jspecify.annotations.NullMarked;
