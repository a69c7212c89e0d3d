/**
 * Figures for Prometheus, on a port of their own that is closed unless the operator opens it. What Flagsmith measures too has
 * Flagsmith's names, so that dashboards and alerts made for it work; all else begins with {@code flagledger_}.
 */
@NullMarked
package dev.flagledger.standalone.metrics;

import org.jspecify.annotations.NullMarked;
