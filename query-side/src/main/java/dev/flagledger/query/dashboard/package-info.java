/**
 * What browsers ask for beside the API: what Flagsmith's dashboard is told before it does anything else, and what search engines may
 * read.
 */
@NullMarked
package dev.flagledger.query.dashboard;

import org.jspecify.annotations.NullMarked;
