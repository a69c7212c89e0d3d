/**
 * What a feature is set to in one environment: the aggregate that decides on it, and how it starts. The routes that change it
 * are in the rooms below: single states, places of segments, the flag as a whole, versions.
 */
@NullMarked
package dev.flagledger.command.flag;

import org.jspecify.annotations.NullMarked;
