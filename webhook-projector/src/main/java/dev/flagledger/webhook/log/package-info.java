/** Shows which messages were sent to receivers, and what they answered. Only reads; the rows are those of the delivery's tables. */
@NullMarked
package dev.flagledger.webhook.log;

import org.jspecify.annotations.NullMarked;
