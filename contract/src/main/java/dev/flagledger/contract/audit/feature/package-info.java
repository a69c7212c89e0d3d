/** The lines of features, their options, states, segments, versions and health reports. */
@NullMarked
package dev.flagledger.contract.audit.feature;

import org.jspecify.annotations.NullMarked;
