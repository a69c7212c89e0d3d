/** The admin API's reads of environments, their keys, webhooks and metrics. */
@NullMarked
package dev.flagledger.query.environment;

import org.jspecify.annotations.NullMarked;
