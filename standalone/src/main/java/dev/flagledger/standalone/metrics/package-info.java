/**
 * Metrics for Prometheus, on a port of their own that is closed by default. Metrics that Flagsmith has too have
 * Flagsmith's names, so that its dashboards and alerts work; the others begin with {@code flagledger_}.
 */
@NullMarked
package dev.flagledger.standalone.metrics;

import org.jspecify.annotations.NullMarked;
