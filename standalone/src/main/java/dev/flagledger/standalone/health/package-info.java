/**
 * What an orchestrator, a proxy and the dashboard ask a node before they use it: whether it lives, whether it can serve
 * and which version it is. No key is needed, so nothing here tells anything about anybody's flags.
 */
@NullMarked
package dev.flagledger.standalone.health;

import org.jspecify.annotations.NullMarked;
