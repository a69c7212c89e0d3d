/**
 * Liveness, readiness and version of a node, for orchestrators, proxies and the dashboard. The endpoints are public, so
 * responses contain no data of users. One package, because the endpoints return the details that the indicators report.
 */
@NullMarked
package dev.flagledger.standalone.health;

import org.jspecify.annotations.NullMarked;
