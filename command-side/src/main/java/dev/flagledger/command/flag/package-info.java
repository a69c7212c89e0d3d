/**
 * What a feature is set to in one environment: the aggregate, its decisions and its initial states. The endpoints are
 * in the sub-packages: single feature states, segment overrides, whole flags, versions.
 */
@NullMarked
package dev.flagledger.command.flag;

import org.jspecify.annotations.NullMarked;
