/**
 * API usage: calls by environment, day and resource, and feature evaluations as applications report them. Counted in memory, and
 * written in batches every few seconds and at shutdown.
 */
@NullMarked
package dev.flagledger.query.usage;

import org.jspecify.annotations.NullMarked;
