/** The lines of features, their options, states, segments, versions and health reports: what Flagsmith audits most of all. */
@NullMarked
package dev.flagledger.query.audit.feature;

import org.jspecify.annotations.NullMarked;
