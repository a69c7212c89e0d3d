/** What Flagsmith's dashboard is told before it does anything else. */
@NullMarked
package dev.flagledger.query.dashboard;

import org.jspecify.annotations.NullMarked;
